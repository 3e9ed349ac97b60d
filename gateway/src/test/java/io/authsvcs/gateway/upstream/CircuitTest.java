package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class CircuitTest {
    private final Circuit circuit = new Circuit("tried");

    @Test
    void aTrialThatReachesNobodyEndsTheTrials() {
        circuit.unreached();
        await().until(circuit::tryAcquire);

        circuit.unreached();

        assertThat(circuit.tryAcquire()).isFalse();
        await().until(circuit::tryAcquire);
        assertThat(circuit.tryAcquire()).isTrue();
    }

    @Test
    void whoRefusedIsOutUntilAProbeFindsItServing() {
        circuit.refused();
        circuit.unreached();
        assertThat(circuit.isRefused()).isTrue();

        circuit.servesAgain();
        assertThat(circuit.isWell()).isTrue();
    }
}
