package io.authsvcs.local.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One of a flood, on a connection that it keeps: it connects, asks, is answered or not, and pauses. */
final class FloodClient {
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final InetSocketAddress server;
    private final Selector selector;
    private final Supplier<byte[]> requests;
    private Optional<Wire> wire = Optional.empty();
    private boolean underWay;
    private long asked;
    private long due;

    FloodClient(InetSocketAddress server, Selector selector, Supplier<byte[]> requests, Duration pause) {
        this.server = server;
        this.selector = selector;
        this.requests = requests;
        pause(pause);
    }

    /** When its next turn is, as {@link System#nanoTime} has it. */
    long due() {
        return due;
    }

    boolean isUnderWay() {
        return underWay;
    }

    boolean isTooLate() {
        return underWay && waited().compareTo(PATIENCE) > 0;
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** Asks, or connects in order to. */
    void takeTurn() throws IOException {
        asked = System.nanoTime();
        underWay = true;
        Wire open = wire.isPresent() ? wire.get() : connect();
        if (open.isConnected()) {
            open.ask(requests.get());
        }
    }

    private Wire connect() throws IOException {
        Wire opened = Wire.to(server, selector, this);
        wire = Optional.of(opened);
        return opened;
    }

    /** Goes on with what the selector says is there. */
    Optional<Head> goOn(SelectionKey key) throws IOException {
        Wire open = wire.orElseThrow();
        if (key.isConnectable()) {
            open.finishConnecting(key);
            open.ask(requests.get());
            return Optional.empty();
        }
        return open.read();
    }

    void pause(Duration pause) {
        underWay = false;
        due = System.nanoTime() + pause.toNanos();
    }

    /** Its request is lost, and it asks again on another connection. */
    void lose() throws IOException {
        hangUp();
        pause(BETWEEN_CONNECTIONS);
    }

    /** It connects anew when its turn comes. */
    void hangUp() throws IOException {
        if (wire.isPresent()) {
            wire.get().close();
        }
        wire = Optional.empty();
    }
}
