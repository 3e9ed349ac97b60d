package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecificationTest {
    @Test
    void theStandardIsWhatTheReadmeSays() {
        assertThat(Specification.standard().authInstances()).isEqualTo(2);
        assertThat(Specification.standard().gatewayPort()).isEqualTo(8080);
        assertThat(Specification.standard().database()).isEmpty();
    }

    @Test
    void noInstancesAreAllowed() {
        assertThat(Specification.anyPort().withAuthInstances(0).authInstances()).isZero();
    }

    @Test
    void afterNoInstancesTheStandardNumberServes() {
        assertThat(Specification.standard().withAuthInstances(0).serving().authInstances())
                .isEqualTo(2);
        assertThat(Specification.standard().withAuthInstances(3).serving().authInstances())
                .isEqualTo(3);
    }

    @Test
    void settingsStayWhateverElseChanges() {
        Settings settings = new Settings(Map.of("AUTH_CONTRACTS", "slide"));
        Specification specification = Specification.standard().withSettings(settings);

        assertThat(specification.withAuthInstances(3).settings()).isEqualTo(settings);
        assertThat(specification.withGatewayPort(0).withOwnDatabase().settings())
                .isEqualTo(settings);
    }

    @Test
    void whatIsOutOfRangeIsRefusedWithTheRange() {
        assertThatThrownBy(() -> Specification.standard().withAuthInstances(21))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("0 to 20");
        assertThatThrownBy(() -> Specification.standard().withGatewayPort(-1)).hasMessageContaining("0 to 65535");
    }
}
