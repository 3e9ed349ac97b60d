package io.authsvcs.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between real sockets: the server sends back whatever it reads. */
class ProxyTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final int A_MOMENT = 200;
    private static final int LONG_ENOUGH = 10_000;

    private final Proxy proxy = Proxy.open();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, HERE);
        var _ = threads.submit(this::accept);
        proxy.leadTo(new InetSocketAddress(HERE, server.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void everythingPassesBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(exchange(client, "hello")).isEqualTo("hello");
            assertThat(exchange(client, "again")).isEqualTo("again");
            assertThat(proxy.accepted()).isOne();
            assertThat(proxy.openNow()).isOne();
        }
        await().until(() -> proxy.openNow() == 0);
    }

    @Test
    void nobodyListensWhereConnectionsAreRefused() throws IOException {
        try (Socket before = connect()) {
            exchange(before, "hello");
            proxy.switchTo(new Mode.Refuse());

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(isEnded(before)).isTrue();
        }
        proxy.switchTo(new Mode.Pass());
        try (Socket after = connect()) {
            assertThat(exchange(after, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void aHungServerAcceptsAndReadsNothing() throws IOException {
        proxy.switchTo(new Mode.Hang());
        try (Socket client = connect()) {
            assertSilence(client, "hello");
            assertThat(heard).hasValue(0);

            proxy.switchTo(new Mode.Pass());
            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void anOpenConnectionHangsToo() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "hello");
            proxy.switchTo(new Mode.Hang());

            assertSilence(client, "again");
            assertThat(heard).hasValue(5);
        }
    }

    @Test
    void eachAnswerIsDelayed() throws IOException {
        proxy.switchTo(new Mode.Delay(Duration.ofMillis(300)));
        try (Socket client = connect()) {
            long before = System.nanoTime();
            exchange(client, "hello");
            exchange(client, "again");

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        }
    }

    @Test
    void aRequestIsCutAndItsConnectionEnds() throws IOException {
        proxy.switchTo(new Mode.CutRequest(3));
        try (Socket client = connect()) {
            say(client, "hello");

            assertThat(isEnded(client)).isTrue();
            await().untilAsserted(() -> assertThat(heard).hasValue(3));
        }
    }

    @Test
    void anAnswerIsCutAndItsConnectionEnds() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "hello");
            proxy.switchTo(new Mode.CutAnswer(3));
            say(client, "again");

            assertThat(read(client, 3)).isEqualTo("aga");
            assertThat(isEnded(client)).isTrue();
            assertThat(heard).hasValue(10);
        }
    }

    @Test
    void onlyAnswersToTheRequestsMeantAreCut() throws IOException {
        proxy.switchTo(new Mode.CutAnswersTo(List.of("POST /login"), 3));
        try (Socket client = connect()) {
            exchange(client, "GET /login HTTP/1.1");
            exchange(client, "POST /logins HTTP/1.1");
            assertThat(proxy.cut()).isZero();
            say(client, "POST /login HTTP/1.1");

            assertThat(read(client, 3)).isEqualTo("POS");
            assertThat(isEnded(client)).isTrue();
            assertThat(proxy.cut()).isEqualTo(1);
        }
    }

    @Test
    void everyHttpRequestIsAnsweredBy500() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "hello");
            proxy.switchTo(new Mode.Fail());
            String answer = "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 17\r\n\r\n{\"error\":\"drill\"}";

            say(client, "GET / HTTP/1.1\r\nHost: x\r\n");
            say(client, "\r\nPOST / HTTP/1.1\r\ncontent-length: 3\r\n\r\na");
            assertThat(read(client, answer.length())).isEqualTo(answer);
            assertSilence(client, "b");
            say(client, "c");
            assertThat(read(client, answer.length())).isEqualTo(answer);
            say(client, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n");
            assertThat(read(client, answer.length())).isEqualTo(answer);
            assertThat(heard).hasValue(5);
        }
    }

    @Test
    void aBlackHoleTakesBothWaysAndConnectionsStay() throws IOException {
        try (Socket client = connect()) {
            exchange(client, "hello");
            proxy.switchTo(new Mode.BlackHole());
            assertSilence(client, "again");
            assertThat(heard).hasValue(5);

            proxy.switchTo(new Mode.Pass());
            assertThat(read(client, 5)).isEqualTo("again");
        }
    }

    @Test
    void anAnswerUnderWayIsHeldByABlackHole() throws IOException {
        proxy.switchTo(new Mode.Delay(Duration.ofMinutes(1)));
        try (Socket client = connect()) {
            say(client, "hello");
            await().untilAsserted(() -> assertThat(heard).hasValue(5));
            proxy.switchTo(new Mode.BlackHole());
            assertSilence(client, "");
            proxy.switchTo(new Mode.Pass());

            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                var _ = threads.submit(() -> echo(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket client) {
        byte[] bytes = new byte[100];
        try (client) {
            for (int count = client.getInputStream().read(bytes);
                    count > 0;
                    count = client.getInputStream().read(bytes)) {
                heard.addAndGet(count);
                client.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException ended) {
            return;
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(HERE, proxy.port());
        client.setSoTimeout(LONG_ENOUGH);
        return client;
    }

    private static String exchange(Socket client, String text) throws IOException {
        say(client, text);
        return read(client, text.length());
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket client, int count) throws IOException {
        return new String(client.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }

    private static void assertSilence(Socket client, String text) throws IOException {
        client.setSoTimeout(A_MOMENT);
        say(client, text);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(LONG_ENOUGH);
    }

    private static boolean isEnded(Socket client) {
        try {
            return client.getInputStream().read() == -1;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
