package io.authsvcs.gateway.limits;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Upstream;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a read at once when so many are under way that one more would only make all of them wait longer. Writes are
 * bounded by the instances, whose lane of hashing says when it is full.
 */
@Component
final class AdmitReads implements EdgeFilter {
    private final Semaphore permits;

    AdmitReads(LoadSettings settings) {
        this.permits = new Semaphore(settings.most());
    }

    @Override
    public Step step() {
        return Step.ADMIT_READS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isBounded(Route.ATTRIBUTE.get(exchange)) ? admit(exchange, chain) : chain.filter(exchange);
    }

    /** Who looks at an overload, or ends it, is none of it. */
    private static boolean isBounded(Route route) {
        return route.effect() == Route.Effect.READS && route.upstream() == Upstream.AUTH_SVCS;
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain) {
        return permits.tryAcquire()
                ? chain.filter(exchange).doFinally(signal -> permits.release())
                : Mono.error(new Fault(Outcome.OVERLOADED));
    }
}
