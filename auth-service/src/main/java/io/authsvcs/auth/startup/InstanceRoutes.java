package io.authsvcs.auth.startup;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import io.authsvcs.common.Word;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What an instance tells of itself, and is told by whoever operates it. */
@Configuration(proxyBeanMethods = false)
class InstanceRoutes {
    @Bean
    RouterFunction<ServerResponse> instanceApi(InstanceEndpoint instance) {
        return RouterFunctions.route()
                .add(RouterFunctions.route(methods(GET, HEAD).and(path(Word.PATH)), instance::show))
                .POST(Word.PATH + "/drain", instance::drain)
                .POST(Word.PATH + "/undrain", instance::undrain)
                .build();
    }
}
