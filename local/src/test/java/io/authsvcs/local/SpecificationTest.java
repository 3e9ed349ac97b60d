package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.database.DatabaseUrl;
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
    void oneGatewayAndOneRegistryAreEnough() {
        assertThat(Specification.standard().gateways()).isEqualTo(1);
        assertThat(Specification.standard().registries()).isEqualTo(1);
    }

    @Test
    void howManyOfEachStaysWhateverElseChanges() {
        Specification several = Specification.standard().withGateways(5).withRegistries(3);

        Specification changed = several.withAuthInstances(1)
                .withGatewayPort(0)
                .withDatabase(new DatabaseUrl("postgresql://a:b@host/db"))
                .withSettings(Settings.none());

        assertThat(changed.gateways()).isEqualTo(5);
        assertThat(changed.registries()).isEqualTo(3);
        assertThat(changed.withOwnDatabase().count(Kind.REGISTRY)).isEqualTo(3);
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
        assertThatThrownBy(() -> Specification.standard().withGateways(0)).hasMessageContaining("1 to 5");
        assertThatThrownBy(() -> Specification.standard().withGateways(6)).hasMessageContaining("1 to 5");
        assertThatThrownBy(() -> Specification.standard().withRegistries(0)).hasMessageContaining("1 to 3");
        assertThatThrownBy(() -> Specification.standard().withRegistries(4)).hasMessageContaining("1 to 3");
    }
}
