package io.authsvcs.auth.contract.edumaps;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.authsvcs.auth.contract.ContractRoutes;
import io.authsvcs.auth.contract.ContractSettings;
import io.authsvcs.common.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of seed 002, but for {@code /auth/login}, which is where two contracts meet: {@link EdumapsLoginEndpoint}. */
@Configuration(proxyBeanMethods = false)
class EdumapsRoutes {
    @Bean
    RouterFunction<ServerResponse> edumapsCalls(
            ContractSettings settings, EdumapsLoginEndpoint login, EdumapsTokenEndpoint token) {
        return new ContractRoutes()
                .add(POST, "/auth/local", login::answer)
                .add(GET, "/auth/local", token::answerHeader)
                .add(POST, "/auth/token", token::answer)
                .onlyIf(settings.serve(Contract.EDUMAPS));
    }
}
