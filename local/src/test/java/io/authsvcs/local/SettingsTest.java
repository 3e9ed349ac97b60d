package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> LIMIT = Map.of("GATEWAY_CONTRACTS_SLIDE_PERSECOND", "2");
    private static final Map<String, String> CONTRACTS = Map.of("AUTH_CONTRACTS", "slide");
    private static final Map<String, String> SESSIONS = Map.of("AUTH_SESSION_LIMIT", "5");

    @Test
    void ofAShellsVariablesOnlyThoseOfTheServicesCount() {
        Map<String, String> shell =
                Map.of("PATH", "/bin", "AUTH_CONTRACTS", "", "GATEWAY_X", "1", "MY_AUTH_X", "2", "DATABASE_URL", "3");

        assertThat(Settings.among(shell)).isEqualTo(new Settings(Map.of("AUTH_CONTRACTS", "", "GATEWAY_X", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH_PORT", "AUTH_MASTER_KEY", "AUTH_MASTER_KEY_FILE", "AUTH_GATEWAY_KEY", "GATEWAY_PORT"})
    void whatAuthctlSetsItselfIsRefusedWithItsNameAlone(String name) {
        assertThatThrownBy(() -> Settings.among(Map.of(name, "s3cret")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.USAGE))
                .hasMessageContaining("authctl itself sets " + name)
                .hasMessageContaining("unset " + name)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH_TLS_CERTIFICATE", "GATEWAY_TLS_PRIVATE_KEY", "GATEWAY_UPSTREAM_CA"})
    void aClusterOnTheLoopbackAddressSpeaksNoTls(String name) {
        assertThatThrownBy(() -> Settings.among(Map.of(name, "file.pem")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("takes no " + name)
                .hasMessageContaining("unset " + name);
    }

    @Test
    void eachIsToldToThoseWhomItIsFor() {
        Settings all = new Settings(LIMIT).with(new Settings(CONTRACTS)).with(new Settings(SESSIONS));

        assertThat(all.of(Kind.AUTH)).isEqualTo(Map.of("AUTH_CONTRACTS", "slide", "AUTH_SESSION_LIMIT", "5"));
        assertThat(all.of(Kind.GATEWAY))
                .isEqualTo(Map.of("AUTH_CONTRACTS", "slide", "GATEWAY_CONTRACTS_SLIDE_PERSECOND", "2"));
    }

    @Test
    void howMuchIsLoggedIsToldToAllThatLog() {
        Map<String, String> levels = Map.of("LOGGING_LEVEL_ROOT", "TRACE");
        Settings settings = Settings.among(levels);

        assertThat(List.of(Kind.AUTH, Kind.GATEWAY, Kind.REGISTRY))
                .allSatisfy(kind -> assertThat(settings.of(kind)).isEqualTo(levels));
        assertThat(settings.of(Kind.DATABASE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTRY", "DATABASE"})
    void othersAreToldNothing(Kind kind) {
        assertThat(new Settings(CONTRACTS).of(kind)).isEmpty();
    }

    @Test
    void theLaterOneOfANameCounts() {
        Settings later = new Settings(CONTRACTS).with(new Settings(Map.of("AUTH_CONTRACTS", "altegio")));

        assertThat(later.variables()).containsExactlyEntriesOf(Map.of("AUTH_CONTRACTS", "altegio"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH_SMTP_PASSWORD", "AUTH_SOME_KEY", "GATEWAY_SECRETS", "AUTH_TOKEN"})
    void whatMayBeASecretIsShownByItsNameAlone(String name) {
        Settings settings = new Settings(Map.of(name, "s3cret", "AUTH_CONTRACTS", "slide"));

        assertThat(settings.shown())
                .containsEntry(name, Optional.empty())
                .containsEntry("AUTH_CONTRACTS", Optional.of("slide"));
        assertThat(Specification.standard().withSettings(settings).toString())
                .contains(name)
                .doesNotContain("s3cret");
    }
}
