package io.authsvcs.auth.oauth;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** How others find what we offer. */
@Configuration(proxyBeanMethods = false)
class DiscoveryRoutes {
    @Bean
    RouterFunction<ServerResponse> discoveryApi(DiscoveryEndpoint discovery) {
        return RouterFunctions.route(
                methods(GET, HEAD).and(path("/.well-known/openid-configuration")), discovery::answer);
    }
}
