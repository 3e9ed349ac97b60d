package io.authsvcs.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1, ::ffff:127.0.0.1",
        "10.0.0.0/8, 10.255.0.1",
        "0.0.0.0/0, 192.0.2.1",
        "fd00::/8, fdff::1",
        "::1, ::1",
    })
    void holdsWhatIsInIt(String range, String address) {
        assertThat(contains(range, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.2",
        "10.0.0.0/8, 11.0.0.1",
        "0.0.0.0/0, ::1",
        "fd00::/8, fc00::1",
    })
    void holdsNothingElse(String range, String address) {
        assertThat(contains(range, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/8", "localhost", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/33", "::/129", "::/x"})
    void anythingElseIsNone(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    private static boolean contains(String range, String address) {
        return AddressRange.parse(range)
                .orElseThrow()
                .contains(AddressRange.address(address).orElseThrow());
    }
}
