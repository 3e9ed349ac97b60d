package io.authsvcs.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says that it is an instance, to whoever asks for whatever, and remembers every word that it was told. */
final class Rogue implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private Rogue(ServerSocket server, String id) {
        String body = "{\"id\":\"" + id + "\",\"state\":\"UP\",\"isValid\":true,\"proof\":\"" + "A".repeat(43) + "\"}";
        this.server = server;
        this.answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    static Rogue start(String id) throws IOException {
        Rogue rogue = new Rogue(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), id);
        Thread.ofVirtual().start(rogue::serve);
        return rogue;
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> heads() {
        return heads;
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
            byte[] come = new byte[8_192];
            int length = Math.max(0, asker.getInputStream().read(come));
            heads.add(new String(come, 0, length, ISO_8859_1));
            asker.getOutputStream().write(answer.getBytes(ISO_8859_1));
        } catch (IOException gone) {
            // Who asked has left, and there is nothing more to hear.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
