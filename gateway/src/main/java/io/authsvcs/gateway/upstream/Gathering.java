package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.gateway.format.Answer;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * The tokens of many callers, asked about together: while one question is under way, further tokens gather for the next.
 * Whoever comes alone waits for nobody. It is of one event loop, on which all of it happens.
 *
 * <p>A token never joins a question that was asked before it came, so that the verdict is of a moment after that.
 */
final class Gathering {
    private static final int MOST_UNDER_WAY = 16;

    private final EventExecutor loop;
    private final BiFunction<Instance, List<String>, Mono<List<Answer>>> ask;
    private final Duration longestWait;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Optional<Future<?>> turn = Optional.empty();
    private int underWay;

    private record Waiting(Instance instance, String token, MonoSink<Answer> caller) {}

    /**
     * Of nobody yet.
     *
     * @param ask an instance about so many tokens, to get as many answers
     * @param longestWait for a question about others
     */
    Gathering(EventExecutor loop, BiFunction<Instance, List<String>, Mono<List<Answer>>> ask, Duration longestWait) {
        this.loop = loop;
        this.ask = ask;
        this.longestWait = longestWait;
    }

    /** Whom the next question goes to, if one more token has room in it: one large question costs less than two small ones. */
    Optional<Instance> next() {
        return waiting.size() % GatheredTokens.MOST == 0
                ? Optional.empty()
                : Optional.of(waiting.getLast().instance());
    }

    /** An answer of this instance about this token, for whoever asks to write or to release. It comes on the event loop. */
    Mono<Answer> find(Instance instance, String token) {
        return Mono.create(caller -> run(() -> gather(new Waiting(instance, token, caller))));
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
        if (waiting.size() >= GatheredTokens.MOST) {
            askNext();
        } else if (turn.isEmpty()) {
            // Not even the first one at once: what the loop has just read from other connections comes along.
            turn = Optional.of(underWay == 0 ? loop.submit(this::askNext) : askLater());
        }
    }

    private Future<?> askLater() {
        return loop.schedule(this::askNext, longestWait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void askNext() {
        turn.ifPresent(planned -> planned.cancel(false));
        turn = Optional.empty();
        if (!waiting.isEmpty() && underWay < MOST_UNDER_WAY) {
            Instance instance = waiting.getFirst().instance();
            ask(instance, take(instance));
            turn = waiting.isEmpty() ? Optional.empty() : Optional.of(askLater());
        }
    }

    private List<Waiting> take(Instance instance) {
        List<Waiting> taken = new ArrayList<>();
        Iterator<Waiting> all = waiting.iterator();
        while (all.hasNext() && taken.size() < GatheredTokens.MOST) {
            Waiting one = all.next();
            if (one.instance() == instance) {
                taken.add(one);
                all.remove();
            }
        }
        return taken;
    }

    private void ask(Instance instance, List<Waiting> asked) {
        underWay++;
        Mono.defer(() -> ask.apply(instance, asked.stream().map(Waiting::token).toList()))
                .doFinally(end -> run(this::askFurther))
                .subscribe(answers -> run(() -> answer(asked, answers)), failure -> run(() -> fail(asked, failure)));
    }

    private void askFurther() {
        underWay--;
        askNext();
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
