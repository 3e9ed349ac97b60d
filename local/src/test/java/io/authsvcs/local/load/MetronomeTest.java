package io.authsvcs.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.load.Metronome.Beat;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetronomeTest {
    private static final byte[] REQUEST = "GET /v1/auth/validate HTTP/1.1\r\nHost: auth\r\n\r\n".getBytes(UTF_8);

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
    void requestsAreDueAtEvenIntervals() {
        Beat beat = new Beat(400, Duration.ofMillis(500));

        assertThat(beat.count()).isEqualTo(200);
        assertThat(beat.due(0)).isZero();
        assertThat(beat.due(200)).isEqualTo(500_000_000);
    }

    @Test
    void itAsksAsOftenAsItSays() {
        Echoes echoes = Metronome.beat(gateway.url(), REQUEST, 200, Duration.ofMillis(500));

        assertThat(gateway.asked()).isEqualTo(100);
        assertThat(echoes.served()).isEqualTo(100);
        assertThat(echoes.refused() + echoes.lost()).isZero();
        assertThat(echoes.took()).isGreaterThanOrEqualTo(Duration.ofMillis(495));
    }

    /** On one connection: a server that takes 20 ms each falls behind a schedule of 10 ms by half of the whole. */
    @Test
    void whoHadToWaitForAConnectionIsLateByThatToo() {
        gateway.misbehave((exchange, path) -> {
            Thread.sleep(20);
            return false;
        });
        Echoes echoes = Metronome.beat(gateway.url(), REQUEST, new Beat(100, Duration.ofMillis(400)), 1);

        assertThat(echoes.served()).isEqualTo(40);
        assertThat(echoes.p50()).isGreaterThan(Duration.ofMillis(150));
        assertThat(echoes.p99()).isGreaterThan(Duration.ofMillis(350));
    }

    @Test
    void whoIsRefusedIsNotServed() {
        gateway.misbehave(FakeAuth::unavailable);
        Echoes echoes = Metronome.beat(gateway.url(), REQUEST, 100, Duration.ofMillis(200));

        assertThat(echoes.refused()).isEqualTo(20);
        assertThat(echoes.served()).isZero();
    }

    @Test
    void whoGetsNoAnswerIsLostAndTheOthersGoOn() {
        AtomicInteger number = new AtomicInteger();
        gateway.misbehave((exchange, path) -> {
            if (number.incrementAndGet() == 5) {
                throw new IOException("The connection ends without an answer");
            }
            return false;
        });
        Echoes echoes = Metronome.beat(gateway.url(), REQUEST, 100, Duration.ofMillis(200));

        assertThat(echoes.lost()).isEqualTo(1);
        assertThat(echoes.served()).isEqualTo(19);
    }

    @Test
    void whereNobodyListensThatIsSaid() {
        assertThatThrownBy(() -> Metronome.beat(URI.create("http://127.0.0.1:1"), REQUEST, 10, Duration.ofMillis(100)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("http://127.0.0.1:1");
    }
}
