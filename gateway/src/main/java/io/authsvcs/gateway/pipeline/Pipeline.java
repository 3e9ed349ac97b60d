package io.authsvcs.gateway.pipeline;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
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
    private final List<EdgeFilter> filters;

    Pipeline(ApplicationContext context, List<EdgeFilter> filters) {
        this.context = context;
        this.filters = filters.stream()
                .sorted(Comparator.comparingInt(filter -> filter.step().order()))
                .toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return context.equals(exchange.getApplicationContext())
                ? new Rest(filters, chain).filter(exchange)
                : chain.filter(exchange);
    }

    /**
     * What is still to be run. The framework's own chain marks each filter with a checkpoint, through which every signal of
     * every request would pass, and which makes a stack trace of every fault.
     */
    private record Rest(List<EdgeFilter> filters, WebFilterChain end) implements WebFilterChain {
        @Override
        public Mono<Void> filter(ServerWebExchange exchange) {
            return filters.isEmpty()
                    ? end.filter(exchange)
                    : Mono.defer(() -> filters.getFirst().filter(exchange, next()));
        }

        private Rest next() {
            return new Rest(filters.subList(1, filters.size()), end);
        }
    }
}
