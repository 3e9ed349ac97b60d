package io.authsvcs.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.InvalidSetting;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    @Test
    void withoutPeersItIsAlone() {
        assertThat(withPeers().isAlone()).isTrue();
    }

    @Test
    void itsOwnUrlIsNoPeer() {
        assertThat(withPeers("http://registry-1:8761/eureka").isAlone()).isTrue();
    }

    @Test
    void anotherPortOfTheSameHostIsAPeer() {
        assertThat(withPeers("http://registry-1:8762/eureka").peers())
                .containsExactly(URI.create("http://registry-1:8762/eureka/"));
    }

    @Test
    void aPeersUrlMustNotCarryCredentials() {
        assertThatThrownBy(() -> withPeers("http://user:secret@registry-2:8761/eureka/"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("REGISTRY_PEERS has credentials in a URL")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-2", "registry-2:8761", "http:registry-2"})
    void aPeerIsAUrl(String peer) {
        assertThatThrownBy(() -> withPeers(peer))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("A peer in REGISTRY_PEERS is no URL.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with:colon"})
    void theUserNameMustFitHttpBasic(String username) {
        assertThatThrownBy(() -> new RegistrySettings("registry-1", 8761, username, "secret", List.of()))
                .hasMessageContaining("can't be a name");
    }

    @Test
    void itsTextKeepsThePassword() {
        assertThat(withPeers()).asString().contains("registry-1").doesNotContain("secret");
    }

    private static RegistrySettings withPeers(String... urls) {
        return new RegistrySettings(
                "registry-1",
                8761,
                "auth-svcs",
                "secret",
                Arrays.stream(urls).map(URI::create).toList());
    }
}
