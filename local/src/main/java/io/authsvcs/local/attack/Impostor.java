package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says that it is an instance, to whoever asks for whatever, and remembers every word that it was told. */
final class Impostor implements AutoCloseable {
    static final String ID = "auth-99";

    private static final int BACKLOG = 50;
    private static final int LONGEST_HEAD = 8_192;

    private final ServerSocket server;
    private final String answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private Impostor(ServerSocket server) {
        String body = "{\"id\":\"" + ID + "\",\"state\":\"UP\",\"isValid\":true,\"proof\":\"" + "A".repeat(43) + "\"}";
        this.server = server;
        this.answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    static Impostor start() {
        try {
            Impostor impostor = new Impostor(new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1")));
            Thread.ofVirtual().name("impostor").start(impostor::serve);
            return impostor;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it was asked. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                answer(server.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket asker) {
        try (asker) {
            byte[] come = new byte[LONGEST_HEAD];
            int length = Math.max(0, asker.getInputStream().read(come));
            heads.add(new String(come, 0, length, ISO_8859_1));
            asker.getOutputStream().write(answer.getBytes(ISO_8859_1));
        } catch (IOException gone) {
            // Who asked has left, and there is nothing more to hear.
            return;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
