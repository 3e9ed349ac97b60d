package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** A client that sends a byte at each of its turns, of a request that never ends. */
final class Slowpoke {
    private static final int PART = 512;

    private final InetSocketAddress gateway;
    private final Manner manner;
    private Optional<SocketChannel> channel = Optional.empty();
    private boolean hasBegun;
    private long begin;

    Slowpoke(InetSocketAddress gateway, Manner manner) {
        this.gateway = gateway;
        this.manner = manner;
    }

    enum Manner {
        /** The head never ends. */
        HEAD("GET /v1/auth/validate HTTP/1.1\r\nHost: auth\r\nX-Slow: "),
        /** The body never ends. */
        BODY(
                "POST /v1/auth/login HTTP/1.1\r\nHost: auth\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n"),
        /** The connection is all there is. */
        SILENCE("");

        private final String beginning;

        Manner(String beginning) {
            this.beginning = beginning;
        }
    }

    /** How old its connection had become, where that has ended since its last turn: it makes another then. */
    Optional<Duration> takeTurn() {
        try {
            if (channel.isEmpty()) {
                connect();
                return Optional.empty();
            }
            return goOn(channel.get()) ? Optional.empty() : ended();
        } catch (IOException reset) {
            return ended();
        }
    }

    /** How old its connection is; empty where it has none. */
    Optional<Duration> age() {
        return channel.map(open -> Duration.ofNanos(System.nanoTime() - begin));
    }

    void leave() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException gone) {
            // It is no connection any more, which is all that was wanted.
            return;
        }
    }

    private void connect() throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = Optional.of(opened);
        begin = System.nanoTime();
        hasBegun = false;
        opened.configureBlocking(false);
        opened.connect(gateway);
    }

    /** False when it is over: an answer ends its request as well. */
    private boolean goOn(SocketChannel open) throws IOException {
        if (!open.finishConnect()) {
            return true;
        }
        if (!hasBegun) {
            open.write(ByteBuffer.wrap(manner.beginning.getBytes(ISO_8859_1)));
            hasBegun = true;
        } else if (manner != Manner.SILENCE) {
            open.write(ByteBuffer.wrap(new byte[] {'x'}));
        }
        return open.read(ByteBuffer.allocate(PART)) == 0;
    }

    private Optional<Duration> ended() {
        Optional<Duration> age = age();
        leave();
        channel = Optional.empty();
        return age;
    }
}
