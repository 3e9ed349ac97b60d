package io.authsvcs.gateway.limits;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Upstream;
import java.util.concurrent.Semaphore;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses a read at once when so many are at instances that one more would only make all of them wait longer. Neither a
 * body on its way in nor an answer on its way out counts: a slow caller takes nothing away from others. Writes are bounded
 * by the instances, whose lane of hashing says when it is full.
 */
@Component
final class AdmitReads implements UpstreamFilter {
    private final Semaphore permits;

    AdmitReads(LoadSettings settings) {
        this.permits = new Semaphore(settings.most());
    }

    @Override
    public Step step() {
        return Step.ADMIT_READS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return isBounded(Route.ATTRIBUTE.get(exchange))
                ? Mono.using(this::acquire, permit -> chain.filter(exchange), Semaphore::release)
                : chain.filter(exchange);
    }

    /** Who looks at an overload, or ends it, is none of it. */
    private static boolean isBounded(Route route) {
        return route.effect() == Route.Effect.READS && route.upstream() == Upstream.AUTH_SVCS;
    }

    private Semaphore acquire() {
        if (!permits.tryAcquire()) {
            throw new Fault(Outcome.OVERLOADED);
        }
        return permits;
    }
}
