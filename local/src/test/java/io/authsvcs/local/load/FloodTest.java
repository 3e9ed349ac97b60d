package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final int CLIENTS = 8;

    private FakeAuth gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeAuth.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void everyAnswerIsCounted() {
        Questions validates = Questions.validates(gateway.urls());
        int before = gateway.asked();
        Responses responses = flooded(validates, Manners.none(), 200);

        assertThat(responses.size()).isEqualTo(gateway.asked() - before);
        assertThat(responses.served().size()).isEqualTo(responses.size());
        assertThat(responses.byStatus()).isEqualTo("200 × " + responses.size());
    }

    @Test
    void aWrongPasswordIsServedToo() {
        Questions logins = Questions.logins(gateway.urls());
        gateway.answer("/v1/auth/login"::equals, 401, "{}");
        Responses responses = flooded(logins, Manners.none(), 50);

        assertThat(responses.served().size()).isEqualTo(responses.size());
        assertThat(gateway.logins()).isZero();
    }

    @Test
    void whoIsToldToWaitIsRefusedAndAsksAgain() {
        Questions validates = Questions.validates(gateway.urls());
        gateway.misbehave(FakeAuth::unavailable);
        Responses responses = flooded(validates, Manners.none(), 5 * CLIENTS);

        assertThat(responses.refused().size()).isEqualTo(responses.size());
        assertThat(responses.others().size()).isZero();
    }

    @Test
    void whoAsksEverySoOftenWaitsForWhatIsLeftOfIt() {
        Manners everySecond = Manners.every(Duration.ofSeconds(1));

        assertThat(everySecond.pauseAfter(answeredIn(Duration.ofMillis(300)), Duration.ZERO))
                .isEqualTo(Duration.ofMillis(700));
        assertThat(everySecond.pauseAfter(answeredIn(Duration.ofSeconds(2)), Duration.ZERO))
                .isZero();
    }

    private static Response answeredIn(Duration latency) {
        return new Response(Duration.ZERO, 503, true, latency);
    }

    @Test
    void thoseWhoAskEverySoOftenDontAllBeginAtOnce() {
        Duration hour = Duration.ofHours(1);

        List<Duration> first = Stream.generate(() -> Manners.every(hour).pauseAtFirst())
                .limit(100)
                .toList();

        assertThat(first).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, hour));
        assertThat(first).anySatisfy(pause -> assertThat(pause).isLessThan(hour.dividedBy(4)));
        assertThat(first)
                .anySatisfy(pause ->
                        assertThat(pause).isGreaterThan(hour.dividedBy(4).multipliedBy(3)));
        assertThat(Manners.none().pauseAtFirst()).isZero();
    }

    @Test
    void whoHasMannersComesBackLater() {
        Questions validates = Questions.validates(gateway.urls());
        gateway.misbehave(FakeAuth::unavailable);
        Responses responses = flooded(validates, Manners.good(), CLIENTS);

        assertThat(responses.size()).isEqualTo(CLIENTS);
    }

    @Test
    void aRefusalWithoutRetryAfterIsNone() {
        Questions validates = Questions.validates(gateway.urls());
        gateway.answer(any -> true, 503, "{}");
        Responses responses = flooded(validates, Manners.none(), CLIENTS);

        assertThat(responses.refused().size()).isZero();
        assertThat(responses.others().size()).isEqualTo(responses.size());
    }

    @Test
    void whoGetsNoAnswerIsLost() {
        Questions validates = Questions.validates(gateway.urls());
        Responses responses;
        try (Flood flood = Flood.begin(URI.create("http://127.0.0.1:1"), 1, validates, Manners.none())) {
            await().until(() -> flood.responses().size() > 0);
            responses = flood.responses();
        }

        assertThat(responses.byStatus()).startsWith("lost × ");
        assertThat(responses.others().size()).isEqualTo(responses.size());
    }

    /** A server that ends a connection behind its answer has lost nobody's request. */
    @Test
    void whoseConnectionIsClosedBehindAnAnswerConnectsAnew() throws IOException {
        Questions validates = Questions.validates(gateway.urls());
        try (ServerSocket closing = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerAndClose(closing));
            URI url = URI.create("http://127.0.0.1:" + closing.getLocalPort());
            Flood flood = Flood.begin(url, 2, validates, Manners.every(Duration.ofMillis(20)));
            try (flood) {
                await().until(() -> flood.responses().size() >= 6);
            }

            assertThat(flood.responses().others().size()).isZero();
        }
    }

    private static void answerAndClose(ServerSocket server) {
        try {
            while (true) {
                try (Socket caller = server.accept()) {
                    byte[] some = new byte[4_096];
                    var _ = caller.getInputStream().read(some);
                    caller.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private Responses flooded(Questions questions, Manners manners, int requests) {
        int before = gateway.asked();
        Flood flood = Flood.begin(gateway.url(), CLIENTS, questions, manners);
        try (flood) {
            await().until(() -> gateway.asked() - before >= requests);
        }
        return flood.responses();
    }
}
