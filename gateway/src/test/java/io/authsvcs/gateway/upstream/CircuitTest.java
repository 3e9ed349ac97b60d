package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Duration TAKEN = Duration.ofMillis(1);
    private final Throwable cause = new FailedTry(Failure.FAULTY);

    private final Circuit circuit = new Circuit("tried");

    @Test
    void halfOfTenTakeItOutAndTwoTrialsBringItBack() {
        times(5, () -> circuit.succeeded(TAKEN));
        times(4, () -> circuit.failed(TAKEN, cause));
        assertThat(circuit.isClosed()).isTrue();
        circuit.failed(TAKEN, cause);
        assertThat(circuit.isClosed()).isFalse();
        assertThat(circuit.tryAcquire()).isFalse();

        await().until(circuit::tryAcquire);
        assertThat(circuit.tryAcquire()).isTrue();
        assertThat(circuit.tryAcquire()).isFalse();
        times(2, () -> circuit.succeeded(TAKEN));

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void whoIsPutOnTrialGetsTwoRequests() {
        circuit.onTrial();

        assertThat(circuit.isClosed()).isFalse();
        assertThat(IntStream.range(0, 3).mapToObj(i -> circuit.tryAcquire())).containsExactly(true, true, false);
    }

    @Test
    void probesAreTrialsWhereNoRequestIsOne() {
        circuit.onTrial();
        circuit.probed();
        assertThat(circuit.isClosed()).isFalse();
        circuit.probed();

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void aProbeDoesNotMakeUpForAFailedRequest() {
        circuit.onTrial();
        assertThat(circuit.tryAcquire()).isTrue();
        circuit.failed(TAKEN, cause);
        circuit.probed();

        assertThat(circuit.isClosed()).isFalse();
        assertThat(circuit.tryAcquire()).isFalse();
    }

    @Test
    void probesAreNoTrialOfOneThatFailedRequestsUnlessNoRequestComes() {
        Circuit failing = new Circuit("failing", Duration.ofMillis(20));
        times(10, () -> failing.failed(TAKEN, cause));
        await().until(failing::tryAcquire);
        failing.released();

        times(4, failing::probed);
        assertThat(failing.isClosed()).isFalse();

        times(2, failing::probed);
        assertThat(failing.isClosed()).isTrue();
    }

    @Test
    void whoFailsEachTrialIsTriedLessAndLess() {
        Circuit failing = new Circuit("failing", Duration.ofMillis(20));
        times(10, () -> failing.failed(TAKEN, cause));
        times(3, () -> failTrial(failing));
        long began = System.nanoTime();

        await().pollInterval(Duration.ofMillis(5)).until(failing::tryAcquire);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    private void failTrial(Circuit failing) {
        times(2, () -> {
            await().pollInterval(Duration.ofMillis(5)).until(failing::tryAcquire);
            failing.failed(TAKEN, cause);
        });
    }

    @Test
    void whoIsPutOnTrialWhileRequestsBringItBackIsEither() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread requests = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                circuit.succeeded(TAKEN);
            }
        });

        assertThatCode(() -> times(20_000, circuit::onTrial)).doesNotThrowAnyException();
        over.set(true);
        requests.join();
    }

    private static void times(int times, Runnable what) {
        IntStream.range(0, times).forEach(i -> what.run());
    }
}
