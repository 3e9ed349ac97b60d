package io.authsvcs.local.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;

/** One connection through the proxy. When either side ends it, or the mode does, both sides end. */
final class Link {
    private final Socket client;
    private final Socket server = new Socket();
    private final Switch mode;
    private final Exchange exchange = new Exchange();
    private final Runnable cut;

    /** @param cut is told of each answer that was */
    Link(Socket client, Switch mode, Runnable cut) {
        this.client = client;
        this.mode = mode;
        this.cut = cut;
    }

    /** Returns when it has ended. */
    void run(InetSocketAddress target, ExecutorService threads) {
        try {
            server.connect(target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var _ = threads.submit(() -> flow(new Answers(server, client, mode, exchange, cut)::run));
            flow(new Requests(client, server, mode, exchange)::run);
        } catch (IOException unreachable) {
            close();
        }
    }

    void close() {
        close(client);
        close(server);
    }

    private void flow(Direction direction) {
        try {
            direction.run();
        } catch (IOException ended) {
            // Either side may hang up: both sides end below, and each sees it.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private interface Direction {
        void run() throws IOException, InterruptedException;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (SocketException gone) {
            return;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
