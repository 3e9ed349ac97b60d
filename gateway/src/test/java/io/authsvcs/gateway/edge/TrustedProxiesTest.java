package io.authsvcs.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.InvalidSetting;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final String PROXY = "10.0.0.1";
    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));

    @Test
    void nobodyIsTrustedByDefault() {
        assertThat(TrustedProxies.of(List.of()).clientBehind(address(PROXY), List.of("6.6.6.6")))
                .isEqualTo(address(PROXY));
    }

    @Test
    void aStrangersWordIsNotTaken() {
        assertThat(client("203.0.113.9", "6.6.6.6")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, 198.51.100.1",
        "'6.6.6.6, 198.51.100.1', 198.51.100.1",
        "'6.6.6.6, 198.51.100.1, 10.9.9.9', 198.51.100.1",
        "'198.51.100.1,192.0.2.7,fd00::1', 198.51.100.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "198.51.100.1:4711, 198.51.100.1",
        "[2001:db8::1]:4711, 2001:db8:0:0:0:0:0:1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6"
    })
    void theNearestUntrustedAddressIsTheClient(String forwarded, String client) {
        assertThat(client(PROXY, forwarded)).isEqualTo(client);
    }

    @Test
    void severalHeadersAreReadAsOne() {
        assertThat(proxies.clientBehind(address(PROXY), List.of("6.6.6.6", "198.51.100.1, 10.0.0.2")))
                .isEqualTo(address("198.51.100.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "localhost:80",
                "[1.2.3.4",
                "1.2.3.4:",
                ":80",
                "1.2.3.4, evil.example"
            })
    void whatIsNoAddressEndsTheReading(String forwarded) {
        assertThat(client(PROXY, forwarded)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "proxy.example", "10.0.0.0/", "10.0.0.0/-1", "fd00::/129", "10.0.0.0/8x"})
    void aNetworkThatIsNoneStopsTheStart(String network) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(network)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(network);
    }

    private String client(String peer, String forwarded) {
        return proxies.clientBehind(address(peer), List.of(forwarded)).getHostAddress();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
