package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.gateway.format.Answer;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The tokens of many callers, asked about together: while one question is under way, further tokens gather for the next.
 * Whoever comes alone waits for nobody. It is of one instance and one event loop, on which all of it happens.
 *
 * <p>A token never joins a question that was asked before it came, so that the verdict is of a moment after that.
 */
final class Gathering {
    /** A question that takes so long may be stuck: others are asked beside it. */
    private static final Duration LONG = Duration.ofMillis(10);

    private static final int MOST_UNDER_WAY = 8;

    private final EventExecutor loop;
    private final Function<List<String>, Mono<List<Answer>>> ask;
    private final LongSupplier nanoTime;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int underWay;
    private long askedLast;
    private boolean awaited;

    private record Waiting(String token, MonoSink<Answer> caller) {}

    /** @param ask about so many tokens, to get as many answers */
    Gathering(EventExecutor loop, Function<List<String>, Mono<List<Answer>>> ask, LongSupplier nanoTime) {
        this.loop = loop;
        this.ask = ask;
        this.nanoTime = nanoTime;
    }

    /** An answer about this token, for whoever asks to write or to release. It comes on the event loop. */
    Mono<Answer> find(String token) {
        return Mono.create(caller -> run(() -> gather(new Waiting(token, caller))));
    }

    private void run(Runnable work) {
        if (loop.inEventLoop()) {
            work.run();
        } else {
            loop.execute(work);
        }
    }

    private void gather(Waiting one) {
        waiting.add(one);
        one.caller().onCancel(() -> run(() -> waiting.remove(one)));
        if (!awaited && mayAsk()) {
            // Not at once: what the loop has just read from other connections comes along.
            awaited = true;
            loop.execute(this::askNext);
        }
    }

    private boolean mayAsk() {
        return underWay == 0 || (underWay < MOST_UNDER_WAY && nanoTime.getAsLong() - askedLast > LONG.toNanos());
    }

    private void askNext() {
        awaited = false;
        List<Waiting> asked = take();
        if (asked.isEmpty()) {
            return;
        }
        underWay++;
        askedLast = nanoTime.getAsLong();
        Mono.defer(() -> ask.apply(asked.stream().map(Waiting::token).toList()))
                .doFinally(end -> run(this::askFurther))
                .subscribe(answers -> run(() -> answer(asked, answers)), failure -> run(() -> fail(asked, failure)));
    }

    private List<Waiting> take() {
        List<Waiting> asked = new ArrayList<>();
        while (!waiting.isEmpty() && asked.size() < GatheredTokens.MOST) {
            asked.add(waiting.remove());
        }
        return asked;
    }

    private void askFurther() {
        underWay--;
        if (!awaited) {
            askNext();
        }
    }

    private static void answer(List<Waiting> asked, List<Answer> answers) {
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).caller().success(answers.get(i));
        }
    }

    private static void fail(List<Waiting> asked, Throwable failure) {
        asked.forEach(one -> one.caller().error(failure));
    }
}
