package io.authsvcs.local.attack;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many slow clients, all of them one thread's, each with a turn a second until they are closed. */
final class Slowpokes implements AutoCloseable {
    private static final Duration TURN = Duration.ofSeconds(1);

    private final List<Slowpoke> all;
    private final Queue<Duration> ages = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("slow clients").unstarted(this::run);
    private volatile boolean goesOn = true;

    private Slowpokes(List<Slowpoke> all) {
        this.all = List.copyOf(all);
    }

    static Slowpokes begin(URI gateway, int count) {
        InetSocketAddress address = new InetSocketAddress(gateway.getHost(), gateway.getPort());
        Slowpoke.Manner[] manners = Slowpoke.Manner.values();
        Slowpokes slowpokes = new Slowpokes(IntStream.range(0, count)
                .mapToObj(number -> new Slowpoke(address, manners[number % manners.length]))
                .toList());
        slowpokes.thread.start();
        return slowpokes;
    }

    /** How old their connections became that have ended, and are that have not. To be asked when they are closed. */
    List<Duration> ages() {
        return Stream.concat(ages.stream(), all.stream().flatMap(poke -> poke.age().stream()))
                .toList();
    }

    private void run() {
        while (goesOn) {
            long next = System.nanoTime() + TURN.toNanos();
            all.forEach(poke -> poke.takeTurn().ifPresent(ages::add));
            while (goesOn && System.nanoTime() < next) {
                LockSupport.parkNanos(TURN.toNanos() / 20);
            }
        }
    }

    @Override
    public void close() {
        goesOn = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while slow clients were leaving");
        } finally {
            all.forEach(Slowpoke::leave);
        }
    }
}
