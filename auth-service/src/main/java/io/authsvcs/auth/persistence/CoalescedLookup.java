package io.authsvcs.auth.persistence;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Look-ups of many callers in few statements: while one is under way, and for a moment after it began, later calls gather
 * for the next. Whoever comes alone waits for nobody.
 *
 * <p>A call never joins a statement that began before it, so what it gets is the state of a moment after it began. A
 * failed statement fails only those who gathered for it; a cancelled call takes nothing from the others.
 */
public final class CoalescedLookup<K, V> {
    /** A statement's keys at most, so that one reply stays small. */
    private static final int LARGEST = 1_000;

    /** Callers' keys at most before further ones are refused: more than a database's second can serve. */
    private static final int MOST_WAITING = 20_000;

    /** From one statement's begin to the next one's: a statement costs more than the few callers that one would serve. */
    private static final Duration PACE = Duration.ofMillis(2);

    private final Function<Collection<K>, Mono<Map<K, V>>> statement;
    private final long paceNanos;
    private final LongSupplier nanoTime;
    private final Scheduler timer;
    private final Map<K, CompletableFuture<Optional<V>>> waiting = new HashMap<>();
    private boolean underWay;
    private boolean timed;
    private long begun;

    public CoalescedLookup(Function<Collection<K>, Mono<Map<K, V>>> statement) {
        this(statement, PACE, System::nanoTime, Schedulers.parallel());
    }

    CoalescedLookup(
            Function<Collection<K>, Mono<Map<K, V>>> statement, Duration pace, LongSupplier nanoTime, Scheduler timer) {
        this.statement = statement;
        this.paceNanos = pace.toNanos();
        this.nanoTime = nanoTime;
        this.timer = timer;
        this.begun = nanoTime.getAsLong() - paceNanos;
    }

    /** What there is for this key, or nothing. */
    public Mono<V> find(K key) {
        return Mono.defer(() -> {
            CompletableFuture<Optional<V>> answer = gather(key);
            runNext();
            // Others may wait for the same answer: whoever cancels must not end it for them.
            return Mono.fromFuture(answer, true).flatMap(Mono::justOrEmpty);
        });
    }

    private synchronized CompletableFuture<Optional<V>> gather(K key) {
        if (waiting.size() >= MOST_WAITING && !waiting.containsKey(key)) {
            throw new Fault(FaultCode.OVERLOADED);
        }
        return waiting.computeIfAbsent(key, any -> new CompletableFuture<>());
    }

    private void runNext() {
        Map<K, CompletableFuture<Optional<V>>> gathering = take();
        if (!gathering.isEmpty()) {
            run(gathering);
        }
    }

    private synchronized Map<K, CompletableFuture<Optional<V>>> take() {
        Map<K, CompletableFuture<Optional<V>>> gathering = new HashMap<>();
        if (underWay || waiting.isEmpty() || isTooSoon()) {
            return gathering;
        }
        Iterator<Map.Entry<K, CompletableFuture<Optional<V>>>> next =
                waiting.entrySet().iterator();
        while (next.hasNext() && gathering.size() < LARGEST) {
            Map.Entry<K, CompletableFuture<Optional<V>>> entry = next.next();
            gathering.put(entry.getKey(), entry.getValue());
            next.remove();
        }
        underWay = true;
        begun = nanoTime.getAsLong();
        return gathering;
    }

    /** Whether the last statement began only just now. Then the next one begins by itself when it may. */
    private boolean isTooSoon() {
        long left = paceNanos - (nanoTime.getAsLong() - begun);
        if (left > 0 && !timed) {
            timed = true;
            timer.schedule(this::goOn, left, TimeUnit.NANOSECONDS);
        }
        return left > 0;
    }

    private void goOn() {
        synchronized (this) {
            timed = false;
        }
        runNext();
    }

    private void run(Map<K, CompletableFuture<Optional<V>>> gathering) {
        Mono.defer(() -> statement.apply(gathering.keySet()))
                .doFinally(end -> {
                    free();
                    runNext();
                })
                .subscribe(
                        found -> gathering.forEach(
                                (key, answer) -> answer.complete(Optional.ofNullable(found.get(key)))),
                        failure -> gathering.values().forEach(answer -> answer.completeExceptionally(failure)));
    }

    private synchronized void free() {
        underWay = false;
    }
}
