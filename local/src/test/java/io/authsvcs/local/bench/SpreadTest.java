package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void oneBadRoundMovesTheEdgeAndNotTheMedian() {
        assertThat(Spread.of(DoubleStream.of(1_000, 90, 1_010))).isEqualTo(new Spread(1_000, 90, 1_010));
    }

    @Test
    void theMedianOfAnEvenNumberIsInBetween() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 2, 3)).median()).isEqualTo(2.5);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Spread.of(DoubleStream.empty())).hasMessageContaining("at least one");
    }
}
