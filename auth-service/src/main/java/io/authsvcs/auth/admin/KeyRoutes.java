package io.authsvcs.auth.admin;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The signing keys. */
@Configuration(proxyBeanMethods = false)
class KeyRoutes {
    @Bean
    RouterFunction<ServerResponse> keyApi(KeysEndpoint keys) {
        return RouterFunctions.route()
                .add(RouterFunctions.route(methods(GET, HEAD).and(path("/v1/admin/keys")), keys::list))
                .POST("/v1/admin/keys/rotate", keys::rotate)
                .POST("/v1/admin/keys/{kid}/revoke", keys::revoke)
                .build();
    }
}
