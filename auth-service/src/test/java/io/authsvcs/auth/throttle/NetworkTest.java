package io.authsvcs.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.AddressRange;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.255",
        "192.0.2.1, ::ffff:192.0.2.77",
        "::ffff:192.0.2.1, ::FFFF:c000:2fe",
        "2001:db8:1:200::1, 2001:db8:1:2ff:ffff:ffff:ffff:ffff",
    })
    void oneNetworkIsOne(String address, String neighbour) {
        assertThat(of(address)).isEqualTo(of(neighbour)).isNotEqualTo(Network.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.3.1",
        "2001:db8:1:200::1, 2001:db8:1:300::1",
        "0.0.0.0, ::",
        "192.0.2.1, c000:2::",
    })
    void anotherIsAnother(String address, String stranger) {
        assertThat(of(address)).isNotEqualTo(of(stranger));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "192.0.2.1, 198.51.100.1", "192.0.2.256", "unknown"})
    void whatIsNoAddressCountsLikeAnythingElseThatIsNone(String text) {
        assertThat(of(text)).isEqualTo(Network.UNKNOWN).isEqualTo(Network.of(Optional.empty()));
    }

    private static Network of(String address) {
        return Network.of(AddressRange.address(address));
    }
}
