package io.authsvcs.gateway.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Begins an answer, of which a byte comes now and then, and never the last. */
final class Drip implements AutoCloseable {
    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);

    Drip() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private void serve() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> drip(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void drip(Socket socket) {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(ISO_8859_1));
            while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                out.write(' ');
            }
        } catch (IOException | InterruptedException _) {
            // Whoever asked has heard enough.
        }
    }
}
