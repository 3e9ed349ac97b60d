package io.authsvcs.auth.contract.altegio;

import io.authsvcs.auth.contract.ContractRoutes;
import io.authsvcs.auth.contract.ContractSettings;
import io.authsvcs.common.Contract;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The one call of seed 000. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AltegioSettings.class)
class AltegioRoutes {
    @Bean
    RouterFunction<ServerResponse> altegioCalls(ContractSettings settings, AuthEndpoint auth) {
        return new ContractRoutes()
                .add(HttpMethod.POST, "/auth", auth::answer)
                .onlyIf(settings.serve(Contract.ALTEGIO));
    }
}
