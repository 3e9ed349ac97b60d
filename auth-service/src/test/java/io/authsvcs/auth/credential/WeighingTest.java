package io.authsvcs.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private final Passwords passwords = new Passwords(new HashingSettings(19456, 2, 8));
    private final Weighing weighing = new Weighing(passwords);

    @AfterEach
    void close() {
        weighing.destroy();
        passwords.destroy();
    }

    @Test
    void nobodyWaitsOnTheirOwnThread() {
        assertThat(weighing.run(() -> Thread.currentThread().getName()).block()).startsWith("weigh");
    }

    @Test
    void whatIsWrongReachesWhoAsked() {
        assertThatThrownBy(() -> weighing.run(() -> {
                            throw Fault.invalid(List.of());
                        })
                        .block())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.INVALID_REQUEST));
    }
}
