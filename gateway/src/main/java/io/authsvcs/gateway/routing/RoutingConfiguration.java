package io.authsvcs.gateway.routing;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/** One route is enough for the framework, which need not match a second time. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
    @Bean
    RouteLocator routeToInstances(RouteLocatorBuilder builder) {
        return builder.routes()
                .route(
                        "auth-svcs",
                        spec -> spec.predicate(RoutingConfiguration::isForInstances)
                                .uri("lb://auth-svcs"))
                .build();
    }

    /** Those of operators as well, of whom an instance is asked. The framework asks on the management port as well, whose requests have no route of ours. */
    private static boolean isForInstances(ServerWebExchange exchange) {
        return Route.ATTRIBUTE
                .find(exchange)
                .filter(route -> route.upstream() != Upstream.GATEWAY)
                .isPresent();
    }
}
