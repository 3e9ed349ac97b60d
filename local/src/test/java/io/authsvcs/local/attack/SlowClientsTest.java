package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
    private static final String LARGE = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n";

    private final List<Socket> connected = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (Socket socket : connected) {
            socket.close();
        }
    }

    @Test
    void whoIsHungUpOnComesAgainAndSaysHowLongItTook() {
        serve(Socket::close);
        Slowpokes slowpokes = Slowpokes.begin(url(), 3);
        try (slowpokes) {
            await().until(() -> connected.size() >= 6);
        }

        assertThat(slowpokes.ages().size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aConnectionThatNobodyEndsCountsAsWell() {
        serve(socket -> {});
        Slowpokes slowpokes = Slowpokes.begin(url(), 3);
        try (slowpokes) {
            await().until(() -> connected.size() >= 3);
        }

        assertThat(slowpokes.ages()).hasSize(3);
    }

    @Test
    void anAnnouncedBodyIsRefusedByItsHeadAlone() {
        serve(socket -> {
            var _ = socket.getInputStream().read(new byte[1_024]);
            socket.getOutputStream().write(LARGE.getBytes(ISO_8859_1));
        });

        assertThat(LargeBody.send(url(), true)).isEqualTo(new LargeBody(true, 0, 413));
    }

    @Test
    void howMuchWasSentOfABodyIsCounted() {
        serve(socket -> {
            var _ = socket.getInputStream().readNBytes(20_000);
            socket.getOutputStream().write(LARGE.getBytes(ISO_8859_1));
        });

        LargeBody body = LargeBody.send(url(), false);

        assertThat(body.status()).isEqualTo(413);
        assertThat(body.sent()).isBetween(16 << 10, 32 << 10);
    }

    private interface Service {
        void to(Socket socket) throws IOException;
    }

    private void serve(Service service) {
        Thread.ofVirtual().start(() -> {
            try {
                while (!server.isClosed()) {
                    Socket socket = server.accept();
                    connected.add(socket);
                    service.to(socket);
                }
            } catch (IOException closed) {
                // The test is over.
                return;
            }
        });
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }
}
