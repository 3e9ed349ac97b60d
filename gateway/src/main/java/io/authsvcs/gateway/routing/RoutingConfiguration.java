package io.authsvcs.gateway.routing;

import java.util.Arrays;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the table to the framework, which need not match a second time. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {
    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        Arrays.stream(Route.values())
                .filter(route -> route.upstream() == Upstream.AUTH_SVCS)
                .forEach(route -> add(route, routes));
        return routes.build();
    }

    private static void add(Route route, RouteLocatorBuilder.Builder routes) {
        routes.route(
                route.label(),
                spec -> spec.predicate(exchange -> Route.ATTRIBUTE
                                .find(exchange)
                                .filter(route::equals)
                                .isPresent())
                        .uri("lb://auth-svcs"));
    }
}
