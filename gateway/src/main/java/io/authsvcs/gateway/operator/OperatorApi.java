package io.authsvcs.gateway.operator;

import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.upstream.Rotation.Wish;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everything that an operator can ask for, on one screen. */
@Component
final class OperatorApi {
    private final ShowStatistics statistics;
    private final ListRoutes routes;
    private final ListServices services;
    private final ListInstances instances;
    private final DirectInstance direct;

    OperatorApi(
            ShowStatistics statistics,
            ListRoutes routes,
            ListServices services,
            ListInstances instances,
            DirectInstance direct) {
        this.statistics = statistics;
        this.routes = routes;
        this.services = services;
        this.instances = instances;
        this.direct = direct;
    }

    Mono<Reply> reply(ServerWebExchange exchange, Operator operator) {
        Route route = Route.ATTRIBUTE.get(exchange);
        return switch (route) {
            case ROUTER_STATS -> Mono.just(statistics.reply(exchange.getRequest()));
            case ROUTER_ROUTES -> Mono.just(routes.reply());
            case ROUTER_SERVICES -> Mono.just(services.reply());
            case ROUTER_NODES -> Mono.just(instances.reply());
            case DRAIN_NODE -> direct.reply(exchange, Wish.DRAIN, operator);
            case UNDRAIN_NODE -> direct.reply(exchange, Wish.UNDRAIN, operator);
            default -> throw new IllegalStateException(route + " is no route of operators");
        };
    }
}
