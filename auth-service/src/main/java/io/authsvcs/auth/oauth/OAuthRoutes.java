package io.authsvcs.auth.oauth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every call of a partner about tokens. */
@Configuration(proxyBeanMethods = false)
class OAuthRoutes {
    @Bean
    RouterFunction<ServerResponse> oauthCalls(IntrospectionEndpoint introspection, RevocationEndpoint revocation) {
        return RouterFunctions.route()
                .POST("/oauth2/introspect", introspection::answer)
                .POST("/oauth2/revoke", revocation::answer)
                .build();
    }
}
