package io.authsvcs.local.load;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * One request again and again, by a schedule that no answer can slow down, on connections that are kept. A latency counts from
 * the moment when the request was due, though no connection may have been free then. Other than a {@link Load} it judges no
 * answer but by its status, and is one thread's: so it costs little of a machine on which others are measured.
 */
public final class Metronome implements AutoCloseable {
    private static final int USUAL_CONNECTIONS = 64;
    /** By so much a request is sent late, and an answer noticed late. */
    private static final Duration MOMENT = Duration.ofNanos(100_000);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GOOD = 400;

    private final InetSocketAddress server;
    private final byte[] request;
    private final Selector selector;
    private final List<Seat> seats = new ArrayList<>();
    private final Queue<Seat> free = new ArrayDeque<>();
    private final Latencies latencies = new Latencies();
    private int served;
    private int refused;
    private int lost;

    private Metronome(InetSocketAddress server, byte[] request) throws IOException {
        this.server = server;
        this.request = request;
        this.selector = Selector.open();
    }

    /** Returns when every answer has come, or was waited for in vain. */
    public static Echoes beat(URI door, byte[] request, int aSecond, Duration length) {
        return beat(door, request, new Beat(aSecond, length), USUAL_CONNECTIONS);
    }

    static Echoes beat(URI door, byte[] request, Beat beat, int connections) {
        try (Metronome metronome = new Metronome(new InetSocketAddress(door.getHost(), door.getPort()), request)) {
            metronome.connect(connections);
            return metronome.run(beat);
        } catch (IOException | UncheckedIOException refused) {
            throw silent(door, refused);
        }
    }

    /** When requests are due. */
    record Beat(int aSecond, Duration length) {
        private static final long SECOND = 1_000_000_000;

        int count() {
            return Math.toIntExact(aSecond * length.toNanos() / SECOND);
        }

        /** Nanoseconds after the first one. */
        long due(int number) {
            return number * SECOND / aSecond;
        }
    }

    /** A connection, which another one replaces when it ends. */
    private static final class Seat {
        private Optional<Wire> wire = Optional.empty();
        private boolean underWay;
        private long due;
    }

    private void connect(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Seat seat = new Seat();
            seats.add(seat);
            open(seat);
        }
        long begin = System.nanoTime();
        while (free.size() < connections && !isLate(begin)) {
            listen();
        }
    }

    private void open(Seat seat) throws IOException {
        Wire opened = Wire.to(server, selector, seat);
        seat.wire = Optional.of(opened);
        if (opened.isConnected()) {
            free.add(seat);
        }
    }

    private Echoes run(Beat beat) throws IOException {
        long begin = System.nanoTime();
        int asked = 0;
        while (served + refused + lost < beat.count()
                && !isLate(begin + beat.length().toNanos())) {
            while (asked < beat.count() && System.nanoTime() - begin >= beat.due(asked) && !free.isEmpty()) {
                ask(free.remove(), begin + beat.due(asked));
                asked++;
            }
            listen();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Echoes(
                served,
                refused,
                beat.count() - served - refused,
                took,
                latencies.percentile(50),
                latencies.percentile(99),
                latencies.percentile(99.9));
    }

    private static boolean isLate(long begin) {
        return System.nanoTime() - begin > PATIENCE.toNanos();
    }

    private void ask(Seat seat, long due) throws IOException {
        seat.due = due;
        seat.underWay = true;
        try {
            seat.wire.orElseThrow().ask(request);
        } catch (IOException ended) {
            replace(seat);
        }
    }

    /** For a moment, in which many answers may come: a thread that woke for each would take its time from those who serve. */
    private void listen() throws IOException {
        LockSupport.parkNanos(MOMENT.toNanos());
        selector.selectNow(this::goOn);
    }

    private void goOn(SelectionKey key) {
        Seat seat = (Seat) key.attachment();
        try {
            if (key.isConnectable()) {
                seat.wire.orElseThrow().finishConnecting(key);
                free.add(seat);
            } else {
                hear(seat);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void hear(Seat seat) throws IOException {
        try {
            seat.wire.orElseThrow().read().ifPresent(head -> answered(seat, head));
        } catch (IOException ended) {
            replace(seat);
        }
    }

    private void answered(Seat seat, Head head) {
        if (head.status() < GOOD) {
            served++;
            latencies.add(Duration.ZERO, Duration.ofNanos(System.nanoTime() - seat.due));
        } else {
            refused++;
        }
        seat.underWay = false;
        free.add(seat);
    }

    /** A request is lost only where one was under way. */
    private void replace(Seat seat) throws IOException {
        lost += seat.underWay ? 1 : 0;
        seat.underWay = false;
        free.remove(seat);
        hangUp(seat);
        open(seat);
    }

    private static void hangUp(Seat seat) throws IOException {
        if (seat.wire.isPresent()) {
            seat.wire.get().close();
        }
    }

    private static Fault silent(URI door, Exception refused) {
        return Fault.failed(
                        "load",
                        "Nobody could be asked at " + door + ": " + refused.getMessage(),
                        "The log of whoever serves there says why.")
                .causedBy(refused);
    }

    @Override
    public void close() throws IOException {
        for (Seat seat : seats) {
            hangUp(seat);
        }
        selector.close();
    }
}
