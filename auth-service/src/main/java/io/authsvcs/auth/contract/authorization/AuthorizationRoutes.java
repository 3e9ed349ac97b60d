package io.authsvcs.auth.contract.authorization;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.authsvcs.auth.contract.ContractFaults;
import io.authsvcs.auth.contract.ContractSettings;
import io.authsvcs.common.Contract;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of seed 004, with and without a slash at the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContractSettings.class, AuthorizationSettings.class})
class AuthorizationRoutes {
    private static final String ROOT = "/api/authorization";

    private final boolean served;

    AuthorizationRoutes(ContractSettings settings) {
        this.served = settings.serve(Contract.AUTHORIZATION);
    }

    @Bean
    RouterFunction<ServerResponse> authorizationCalls(
            AuthorizationLoginEndpoint login,
            SignupEndpoint signup,
            AuthorizationLogoutEndpoint logout,
            AuthorizationPasswordEndpoint password,
            KeyEndpoint key) {
        return RouterFunctions.route()
                .route(at("/login", POST), login::answer)
                .route(at("/signup", POST), signup::answer)
                .route(at("/logout", GET, HEAD), logout::answer)
                .route(at("/password", PUT), password::answer)
                .route(at("", GET, HEAD), key::answer)
                .build();
    }

    @Bean
    ContractFaults authorizationFaults() {
        List<String> paths = Stream.of("/login", "/signup", "/logout", "/password", "")
                .flatMap(AuthorizationRoutes::spellings)
                .toList();
        return new ContractFaults(Contract.AUTHORIZATION, served ? paths : List.of());
    }

    private RequestPredicate at(String call, HttpMethod... methods) {
        RequestPredicate paths = spellings(call)
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
        return RequestPredicates.methods(methods).and(paths).and(request -> served);
    }

    private static Stream<String> spellings(String call) {
        return Stream.of(ROOT + call, ROOT + call + "/");
    }
}
