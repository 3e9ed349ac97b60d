package io.authsvcs.auth.throttle;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.identity.Subject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets passwords and codes be tried as often as they may be, over all instances together, and kept over their restarts. */
@Component
@EnableConfigurationProperties(ThrottleSettings.class)
public class Throttle {
    // Each time somebody else's try was admitted meanwhile; what is full then is seen at the next look.
    private static final int FURTHER_LOOKS = 3;
    // Of the longest wait.
    private static final double SHORTEST = 1.0 / 3;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Buckets buckets;
    private final ThrottleRows rows;
    private final Refusals refusals;
    private final ThrottleSettings settings;

    Throttle(Buckets buckets, ThrottleRows rows, Refusals refusals, ThrottleSettings settings) {
        this.buckets = buckets;
        this.rows = rows;
        this.refusals = refusals;
        this.settings = settings;
    }

    /**
     * Charges a try and then does what it is about. It ends in {@link FaultCode#TOO_MANY_TRIES} where that comes too soon,
     * and nothing was written then. What could not be done for want of room in the hash lane has cost nothing.
     *
     * @param work is to give the charge back where the password was right
     */
    public <T> Mono<T> charge(Try attempt, Function<Charge, Mono<T>> work) {
        return charge(buckets.of(attempt), work);
    }

    /**
     * The same for a code of somebody's second factor, which counts wherever it comes from: nobody is exempt, and no browser
     * is known. Only for whoever has proved the password: nobody else may use this up.
     */
    public <T> Mono<T> chargeCode(Subject owner, Function<Charge, Mono<T>> work) {
        return charge(List.of(buckets.ofCode(owner)), work);
    }

    private <T> Mono<T> charge(List<Bucket> counted, Function<Charge, Mono<T>> work) {
        return admit(counted)
                .flatMap(charge -> work.apply(charge)
                        .onErrorResume(
                                Throttle::isOverload,
                                overload -> shift(charge.undoing()).then(Mono.error(overload))));
    }

    /**
     * Counts a call of somebody unknown that costs much, or leaves much behind, against their network alone. It ends in
     * {@link FaultCode#TOO_MANY_TRIES} where that comes too soon. Nobody gets it back.
     */
    public Mono<Void> count(Caller caller) {
        return admit(buckets.of(caller)).then();
    }

    /** Takes a charge back, of somebody who was right; as part of the caller's transaction where there is one. */
    public Mono<Void> refund(Charge charge) {
        return shift(charge.refunding());
    }

    /** Does this, and takes a charge back as the last thing in its transaction, whether or not there was anything to do. */
    public <T> Mono<T> refunding(Charge charge, Mono<T> work) {
        return work.singleOptional().flatMap(done -> refund(charge).then(Mono.justOrEmpty(done)));
    }

    /** Forgets a helping of what holds nothing any more; how much. */
    public Mono<Long> forget(int most) {
        return rows.deleteDrained(Standing.KEPT, most);
    }

    private Mono<Charge> admit(List<Bucket> counted) {
        return counted.isEmpty()
                ? Mono.just(Charge.NONE)
                : Mono.defer(() -> look(counted))
                        .repeat(FURTHER_LOOKS)
                        .next()
                        .switchIfEmpty(
                                Mono.error(() -> refusals.of(counted.getFirst().scope(), SOON)));
    }

    /** Empty where others were quicker. */
    private Mono<Charge> look(List<Bucket> counted) {
        return rows.find(counted)
                .map(levels -> new Standing(counted, levels).decide())
                .flatMap(decision -> switch (decision) {
                    case Decision.Admit(var charged, boolean promised) ->
                        rows.shift(charged.stream().map(Shift::charge).toList())
                                .filter(done -> done)
                                .map(done -> new Charge(charged, promised));
                    case Decision.Refuse(Scope scope, Duration wait) -> Mono.error(refusals.of(scope, wait));
                    case Decision.Promise promise -> give(promise);
                });
    }

    private Mono<Charge> give(Decision.Promise promise) {
        Duration wait = someWait();
        return rows.shift(List.of(Shift.charge(promise.network()), Shift.promise(promise.holder(), wait)))
                .filter(done -> done)
                .flatMap(done -> Mono.error(refusals.of(promise.scope(), wait)));
    }

    /** Not the same for all: if they came back at one moment, nobody else would find room in the hash lane. */
    private Duration someWait() {
        double part = ThreadLocalRandom.current().nextDouble(SHORTEST, 1);
        return Duration.ofMillis((long) (settings.longestWait().toMillis() * part));
    }

    private Mono<Void> shift(List<Shift> shifts) {
        return shifts.isEmpty() ? Mono.empty() : rows.shift(shifts).then();
    }

    private static boolean isOverload(Throwable failure) {
        return failure instanceof Fault fault && fault.code() == FaultCode.OVERLOADED;
    }
}
