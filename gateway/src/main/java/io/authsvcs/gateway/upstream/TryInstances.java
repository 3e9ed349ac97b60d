package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.format.AnswerSlot;
import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Upstream;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Goes from instance to instance, until one answers well, or too much would be tried again. */
@Component
final class TryInstances implements UpstreamFilter {
    private final UpstreamSettings settings;
    private final RetryBudget budget;

    TryInstances(UpstreamSettings settings, RetryBudget budget) {
        this.settings = settings;
        this.budget = budget;
    }

    @Override
    public Step step() {
        return Step.TRY_INSTANCES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = Route.ATTRIBUTE.get(exchange);
        Tries tries = new Tries(
                settings.patience(route),
                settings.requestTimeout(),
                route.upstream() == Upstream.GATEWAY_FOR_OPERATORS);
        Tries.ATTRIBUTE.set(exchange, tries);
        budget.deposit();
        return attempt(exchange, chain, tries);
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Tries tries) {
        return chain.filter(exchange)
                .onErrorResume(NotFoundException.class, nobodyLeft -> end(exchange, tries))
                .onErrorResume(FailedTry.class, failed -> {
                    tries.failed(failed.failure());
                    return mayGoOn(failed.failure(), tries) ? again(exchange, chain, tries) : end(exchange, tries);
                });
    }

    private Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain, Tries tries) {
        ServerWebExchangeUtils.reset(exchange);
        return attempt(exchange, chain, tries);
    }

    /** What an instance has said of its own failure tells more than ours could. */
    private static Mono<Void> end(ServerWebExchange exchange, Tries tries) {
        return AnswerSlot.ATTRIBUTE.get(exchange).status().isPresent()
                ? Mono.empty()
                : Mono.error(new Fault(tries.end()));
    }

    /** Whatever it does: what reads may be run again, and what writes is known by its key and has one effect. */
    private boolean mayGoOn(Failure failure, Tries tries) {
        return !tries.areAll() && (failure.isFree() || budget.tryWithdraw());
    }
}
