package io.authsvcs.gateway.limits;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
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
    private final Places places;

    AdmitReads(Places places) {
        this.places = places;
    }

    @Override
    public Step step() {
        return Step.ADMIT_READS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Route.ATTRIBUTE.get(exchange).readsAtInstances()
                ? Mono.using(
                        this::take,
                        taken -> chain.filter(exchange).doOnSuccess(done -> taken.served()),
                        Places::giveBack)
                : chain.filter(exchange);
    }

    private Places take() {
        if (!places.tryTake()) {
            throw new Fault(Outcome.OVERLOADED);
        }
        return places;
    }
}
