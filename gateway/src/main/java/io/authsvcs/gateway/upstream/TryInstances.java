package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Goes from instance to instance, each at most once, until one answers or going on would not be safe. */
@Component
final class TryInstances implements UpstreamFilter {
    private final UpstreamSettings settings;

    TryInstances(UpstreamSettings settings) {
        this.settings = settings;
    }

    @Override
    public Step step() {
        return Step.TRY_INSTANCES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Tries tries = new Tries(settings.requestTimeout());
        Tries.ATTRIBUTE.set(exchange, tries);
        return attempt(exchange, chain, tries);
    }

    private static Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Tries tries) {
        return chain.filter(exchange)
                .onErrorMap(NotFoundException.class, nobodyLeft -> new Fault(tries.end()))
                .onErrorResume(FailedTry.class, failed -> {
                    tries.failed(failed.failure());
                    return isSafeToGoOn(failed.failure(), exchange)
                            ? again(exchange, chain, tries)
                            : Mono.error(new Fault(failed.failure().outcome()));
                });
    }

    private static Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain, Tries tries) {
        ServerWebExchangeUtils.reset(exchange);
        return attempt(exchange, chain, tries);
    }

    /**
     * A request that never left, or was not looked at, may go elsewhere, whatever it does; one whose answer was lost only
     * if to run it twice changes no more than to run it once.
     */
    private static boolean isSafeToGoOn(Failure failure, ServerWebExchange exchange) {
        return switch (failure) {
            case REFUSED, NOT_READY, UNREACHED, CROWDED_OUT, UNSENT -> true;
            case UNANSWERED, CUT_OFF -> Route.ATTRIBUTE.get(exchange).effect() != Route.Effect.WRITES;
            case LATE, INVALID -> false;
        };
    }
}
