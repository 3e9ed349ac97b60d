package io.authsvcs.auth.contract.slide;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.authsvcs.auth.contract.ContractRoutes;
import io.authsvcs.auth.contract.ContractSettings;
import io.authsvcs.common.Contract;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of seed 003, but for its login, which is where two contracts meet: {@link SlideLoginEndpoint}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlideSettings.class)
class SlideRoutes {
    @Bean
    RouterFunction<ServerResponse> slideCalls(
            ContractSettings settings,
            SlideRegisterEndpoint register,
            SlideTokensEndpoint tokens,
            SlideUserEndpoint user) {
        return new ContractRoutes()
                .add(POST, "/auth/register", register::answer)
                .add(GET, "/auth/tokens", tokens::list)
                .add(DELETE, "/auth/tokens/{key}", tokens::end)
                .add(GET, "/user", user::answer)
                .onlyIf(settings.serve(Contract.SLIDE));
    }
}
