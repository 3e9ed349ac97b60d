package io.authsvcs.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Says the same bytes to whoever sends a line, and closes the connection. */
final class StubbornInstance implements AutoCloseable {
    private final ServerSocket server;

    private StubbornInstance(ServerSocket server) {
        this.server = server;
    }

    static StubbornInstance answering(String bytes) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> serve(server, bytes));
        return new StubbornInstance(server);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void serve(ServerSocket server, String bytes) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            } catch (IOException cause) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(cause);
                }
            }
        }
    }
}
