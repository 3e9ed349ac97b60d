package io.authsvcs.local.attack;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What somebody goes on with while other things are tried, until it is closed. A fault of theirs is thrown then. */
final class Background implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final long begin = System.nanoTime();
    private final Looked looked = new Looked();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Background() {}

    static Background begin(Consumer<Turn> work) {
        return begin(List.of(work));
    }

    static Background begin(List<Consumer<Turn>> works) {
        Background background = new Background();
        works.forEach(work -> background.ends.add(
                CompletableFuture.runAsync(() -> work.accept(background.new Turn()), background.threads)));
        return background;
    }

    /** What they have been answered. */
    Looked looked() {
        return looked;
    }

    /** Until it has gone on for so long, counted from its beginning. */
    void await(Duration length, Consumer<Duration> left) {
        for (Duration rest = rest(length); rest.isPositive(); rest = rest(length)) {
            left.accept(rest);
            Deadline.in(rest.compareTo(GLANCE) < 0 ? rest : GLANCE).await(() -> false);
        }
    }

    private Duration rest(Duration length) {
        return length.minusNanos(System.nanoTime() - begin);
    }

    /** What one of them may ask. */
    final class Turn {
        boolean goesOn() {
            return goesOn;
        }

        void note(Answer answer) {
            looked.note(answer);
        }

        /** Shorter where it ends meanwhile. */
        void pause(Duration length) {
            Deadline.in(length).await(() -> !goesOn);
        }
    }

    @Override
    public void close() {
        goesOn = false;
        threads.close();
        ends.forEach(Background::join);
    }

    private static void join(CompletableFuture<Void> end) {
        try {
            end.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Fault fault ? fault : failed;
        }
    }
}
