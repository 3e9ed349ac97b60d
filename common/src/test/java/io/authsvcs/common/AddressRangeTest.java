package io.authsvcs.common;

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
        "192.0.2.7/32, 192.0.2.7",
        "::ffff:10.0.0.0/8, 10.1.2.3",
        "fe80::/10, fe80::1%eth9",
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
        "192.0.2.6/31, 192.0.2.8",
    })
    void holdsNothingElse(String range, String address) {
        assertThat(contains(range, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "localhost",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/33",
                "10.0.0.0/8x",
                "10.0.0.0/8/8",
                "::/129",
                "::/x",
                "fd00::/99999999999",
            })
    void anythingElseIsNone(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10",
                "10.1",
                "010.0.0.1",
                "0x7f.0.0.1",
                "256.0.0.1",
                "192.0.2.1.",
                "192.0.2.1:80",
                "192.0.2.1%eth0",
                "[::1]",
                ":",
                ":::",
                "1:2:3:4:5:6:7:8:9",
                "::1 ",
                "\u0661.1.1.1",
                "cafe",
                "cafe.example",
            })
    void whatIsNoLiteralIsNoAddressAndNeverLookedUp(String text) {
        assertThat(AddressRange.address(text)).isEmpty();
    }

    private static boolean contains(String range, String address) {
        return AddressRange.parse(range)
                .orElseThrow()
                .contains(AddressRange.address(address).orElseThrow());
    }
}
