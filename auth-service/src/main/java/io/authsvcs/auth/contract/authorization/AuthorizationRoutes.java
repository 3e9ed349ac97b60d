package io.authsvcs.auth.contract.authorization;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.authsvcs.auth.contract.ContractRoutes;
import io.authsvcs.auth.contract.ContractSettings;
import io.authsvcs.common.Contract;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of seed 004. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthorizationSettings.class)
class AuthorizationRoutes {
    @Bean
    RouterFunction<ServerResponse> authorizationCalls(
            ContractSettings settings,
            AuthorizationLoginEndpoint login,
            SignupEndpoint signup,
            AuthorizationLogoutEndpoint logout,
            AuthorizationPasswordEndpoint password,
            KeyEndpoint key) {
        return new ContractRoutes()
                .add(POST, "/api/authorization/login", login::answer)
                .add(POST, "/api/authorization/signup", signup::answer)
                .add(GET, "/api/authorization/logout", logout::answer)
                .add(PUT, "/api/authorization/password", password::answer)
                .add(GET, "/api/authorization", key::answer)
                .onlyIf(settings.serve(Contract.AUTHORIZATION));
    }
}
