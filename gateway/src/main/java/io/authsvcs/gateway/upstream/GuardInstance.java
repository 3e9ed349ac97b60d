package io.authsvcs.gateway.upstream;

import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Counts a request at its instance, ends it in time, and lets the instance's circuit learn from how it went. */
@Component
final class GuardInstance implements UpstreamFilter {
    private static final Logger LOG = LoggerFactory.getLogger(GuardInstance.class);

    @Override
    public Step step() {
        return Step.GUARD_INSTANCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> guard(chosen(exchange), exchange, chain));
    }

    private static Mono<Void> guard(Chosen chosen, ServerWebExchange exchange, GatewayFilterChain chain) {
        Instance instance = chosen.instance();
        Tries tries = Tries.ATTRIBUTE.get(exchange);
        tries.add(instance);
        Instance.ATTRIBUTE.set(exchange, instance);
        long began = System.nanoTime();
        instance.begin();
        return chain.filter(exchange)
                .timeout(tries.left())
                .onErrorMap(cause -> asFailedTry(cause, exchange))
                .doOnSuccess(done -> instance.circuit().succeeded(since(began)))
                .doOnError(cause -> learn(chosen, since(began), cause))
                .doOnCancel(chosen::released)
                .doFinally((SignalType signal) -> instance.end());
    }

    private static Chosen chosen(ServerWebExchange exchange) {
        Response<ServiceInstance> response =
                exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        return (Chosen) Objects.requireNonNull(response.getServer());
    }

    private static Throwable asFailedTry(Throwable cause, ServerWebExchange exchange) {
        boolean answerHasBegun = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR) != null;
        return Failure.of(cause, answerHasBegun)
                .<Throwable>map(failure -> new FailedTry(failure, cause))
                .orElse(cause);
    }

    private static void learn(Chosen chosen, Duration taken, Throwable cause) {
        if (cause instanceof FailedTry failed) {
            learn(chosen, taken, failed);
        } else {
            chosen.released();
        }
    }

    private static void learn(Chosen chosen, Duration taken, FailedTry failed) {
        LOG.warn(
                "Instance {} failed a request: {} ({})",
                chosen.instance().id(),
                failed.failure(),
                String.valueOf(failed.getCause()));
        Circuit circuit = chosen.instance().circuit();
        switch (failed.failure()) {
            case REFUSED, NOT_READY -> circuit.refused();
            case UNREACHED -> circuit.unreached();
            case UNSENT, UNANSWERED, CUT_OFF, LATE, INVALID -> circuit.failed(taken, failed);
            case CROWDED_OUT -> chosen.released();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
