package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Tool;
import org.junit.jupiter.api.Test;

class HashCostTest {
    @Test
    void itIsTheNumberThatIsPrinted() {
        assertThat(HashCost.parse(new Tool.Result(0, "46120\n"))).isEqualTo(46_120);
    }

    @Test
    void whatIsNoNumberIsShown() {
        assertThatThrownBy(() -> HashCost.parse(new Tool.Result(1, "Error: no such class")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no such class");
    }
}
