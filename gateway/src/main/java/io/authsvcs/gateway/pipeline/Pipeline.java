package io.authsvcs.gateway.pipeline;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.handler.DefaultWebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Runs the edge filters in the order of their steps.
 *
 * <p>The management port runs in a child context, which takes over every web filter of its parent; its requests are
 * none of ours.
 */
@Component
final class Pipeline implements WebFilter {
    private final ApplicationContext context;
    private final List<WebFilter> filters;

    Pipeline(ApplicationContext context, List<EdgeFilter> filters) {
        this.context = context;
        this.filters = filters.stream()
                .sorted(Comparator.comparingInt(filter -> filter.step().order()))
                .<WebFilter>map(filter -> filter::filter)
                .toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return context.equals(exchange.getApplicationContext())
                ? new DefaultWebFilterChain(chain::filter, filters).filter(exchange)
                : chain.filter(exchange);
    }
}
