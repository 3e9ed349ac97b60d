package io.authsvcs.auth.persistence;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Look-ups of many callers in few statements: while one is under way, later calls gather for the next. Whoever comes alone
 * waits for nobody.
 *
 * <p>A call never joins a statement that began before it, so what it gets is the state of a moment after it began. A
 * failed statement fails only those who gathered for it; a cancelled call takes nothing from the others.
 */
public final class CoalescedLookup<K, V> {
    /** A statement's keys at most, so that one reply stays small. */
    private static final int LARGEST = 1_000;

    /** Callers' keys at most before further ones are refused: more than a database's second can serve. */
    private static final int MOST_WAITING = 20_000;

    private final Function<Collection<K>, Mono<Map<K, V>>> statement;
    private final Map<K, CompletableFuture<Optional<V>>> waiting = new HashMap<>();
    private boolean underWay;

    public CoalescedLookup(Function<Collection<K>, Mono<Map<K, V>>> statement) {
        this.statement = statement;
    }

    /** What there is for this key, or nothing. */
    public Mono<V> find(K key) {
        return Mono.deferContextual(context -> {
            CompletableFuture<Optional<V>> answer = gather(key);
            if (context.<AtomicBoolean>getOrEmpty(this).map(AtomicBoolean::get).orElse(true)) {
                runNext();
            }
            // Others may wait for the same answer: whoever cancels must not end it for them.
            return Mono.fromFuture(answer, true).flatMap(Mono::justOrEmpty);
        });
    }

    /**
     * What these calls give, in their order. The first of them doesn't begin a statement that the others would miss; one that
     * looks up only later, when it has waited for something else, does so by itself.
     */
    public <T> Flux<T> together(List<Mono<T>> calls) {
        return Flux.defer(() -> {
            AtomicBoolean allHaveBegun = new AtomicBoolean();
            return Flux.fromIterable(calls)
                    .doFinally(end -> {
                        allHaveBegun.set(true);
                        runNext();
                    })
                    .flatMapSequential(
                            call -> call.contextWrite(Context.of(this, allHaveBegun)), Math.max(1, calls.size()));
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
        if (underWay || waiting.isEmpty()) {
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
        return gathering;
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
