package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.report.Figure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectedTest {
    private static final Connected FEW = new Connected(Map.of("auth-1", 3));

    @Test
    void anInstanceMayFillItsPools() {
        assertThat(new Connected(Map.of("auth-1", 12)).since(FEW).isKept()).isTrue();
        assertThat(new Connected(Map.of("auth-1", 13)).since(FEW).isKept()).isFalse();
        assertThat(new Connected(Map.of("auth-1", 2, "auth-2", 13)).since(FEW).isKept())
                .isFalse();
    }

    @Test
    void whoHadMoreBeforeMayHaveThem() {
        assertThat(new Connected(Map.of("auth-1", 14))
                        .since(new Connected(Map.of("auth-1", 14)))
                        .isKept())
                .isTrue();
    }

    @Test
    void nobodyAtAllIsNotWhatWasBefore() {
        Figure figure = new Connected(Map.of()).since(FEW);

        assertThat(figure.isKept()).isFalse();
        assertThat(figure.fact())
                .isEqualTo("Connections to PostgreSQL were 3 of auth-1 before and are none afterwards");
    }
}
