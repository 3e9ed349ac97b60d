package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import io.authsvcs.gateway.format.AnswerSlot;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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

    private final Instances instances;
    private final RetryBudget budget;

    GuardInstance(Instances instances, RetryBudget budget) {
        this.instances = instances;
        this.budget = budget;
    }

    @Override
    public Step step() {
        return Step.GUARD_INSTANCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> watch(chosen(exchange), exchange, chain.filter(exchange)));
    }

    /** @param work that has been given to the chosen instance, and leaves its answer in the slot */
    Mono<Void> watch(Chosen chosen, ServerWebExchange exchange, Mono<Void> work) {
        Instance instance = chosen.instance();
        Tries tries = Tries.ATTRIBUTE.get(exchange);
        tries.add(instance);
        if (tries.retries() > 0) {
            instance.tally().retried();
        }
        Instance.ATTRIBUTE.set(exchange, instance);
        long began = System.nanoTime();
        instance.begin();
        return work.then(Mono.defer(() -> look(exchange)))
                .takeUntilOther(impatience(instance, tries, tries.patience().least()))
                .onErrorMap(cause -> asFailedTry(cause, exchange))
                .doOnSuccess(done -> succeeded(instance, since(began)))
                .doOnError(FailedTry.class, failure -> failed(instance, began, failure))
                .doOnError(GuardInstance::isInnocent, failure -> chosen.released())
                .doOnCancel(chosen::released)
                .doFinally((SignalType signal) -> instance.end());
    }

    /**
     * Gives an instance up that takes long, where another may be tried: to wait is better than to give up for nothing. The
     * end of the request's time is awaited only then, so that a request which is soon answered sets one timer.
     */
    private Mono<Void> impatience(Instance instance, Tries tries, Duration wait) {
        return Mono.delay(tries.atMost(wait)).flatMap(over -> {
            Duration more = tries.patience().quiet().minus(instance.contact().quiet());
            if (more.isPositive() && !tries.areAll()) {
                return impatience(instance, tries, more);
            }
            return mayGiveUp(tries) ? failed(Failure.GIVEN_UP) : timeOver(tries);
        });
    }

    /** Whoever was well when this one was chosen may have gone. */
    private boolean mayGiveUp(Tries tries) {
        return !tries.areAll() && instances.areWellBeside(tries) && budget.tryWithdraw();
    }

    private static Mono<Void> timeOver(Tries tries) {
        return Mono.delay(tries.left()).then(failed(Failure.LATE));
    }

    private static Mono<Void> failed(Failure failure) {
        return Mono.error(() -> new FailedTry(failure));
    }

    private static Mono<Void> look(ServerWebExchange exchange) {
        Optional<Failure> told = AnswerSlot.ATTRIBUTE.get(exchange).status().stream()
                .boxed()
                .findFirst()
                .flatMap(Failure::of);
        return told.map(failure -> Mono.<Void>error(new FailedTry(failure))).orElseGet(Mono::empty);
    }

    private static Chosen chosen(ServerWebExchange exchange) {
        Response<ServiceInstance> response =
                exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        return (Chosen) Objects.requireNonNull(response.getServer());
    }

    private static Throwable asFailedTry(Throwable cause, ServerWebExchange exchange) {
        if (cause instanceof FailedTry) {
            return cause;
        }
        boolean answerHasBegun = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR) != null;
        return Failure.of(cause, answerHasBegun)
                .<Throwable>map(failure -> new FailedTry(failure, cause))
                .orElse(cause);
    }

    private static void succeeded(Instance instance, Duration taken) {
        instance.contact().answered();
        instance.tally().ended(taken, false);
        instance.circuit().succeeded(taken);
    }

    private static void failed(Instance instance, long began, FailedTry failed) {
        instance.tally().ended(since(began), true);
        tell(instance, failed);
        switch (failed.failure()) {
            case REFUSED -> instance.contact().refused();
            case NOT_READY -> instance.says(Word.STARTING);
            case UNREACHED -> instance.contact().silent();
            case LATE, GIVEN_UP -> instance.contact().late(began);
            case FAULTY, BUSY -> instance.contact().answered();
            case UNSENT, UNANSWERED, CUT_OFF, INVALID, CROWDED_OUT -> {}
        }
        if (failed.failure().countsAgainstIt()) {
            instance.circuit().failed(since(began), failed);
        }
    }

    /** Whether it shows nothing of how the instance works. */
    private static boolean isInnocent(Throwable cause) {
        return !(cause instanceof FailedTry failed && failed.failure().countsAgainstIt());
    }

    /** An overload, or one more refusal, is no news of the instance, and would be told thousands of times. */
    private static void tell(Instance instance, FailedTry failed) {
        boolean isNews = switch (failed.failure()) {
            case BUSY, CROWDED_OUT -> false;
            case REFUSED -> instance.contact().reach() != Reach.REFUSES;
            default -> true;
        };
        if (isNews) {
            LOG.warn("Instance {} failed a request: {} {}", instance.id(), failed.failure(), failed.reason());
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
