package io.authsvcs.auth.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b@example.com",
                "victim<thief@example.com",
                "victim<thief@example.com>",
                "a\r\nBcc:thief@example.com",
                "a@example.com\r\nBcc:thief",
                "a;b@example.com",
                "group:a@example.com;",
                "a(b)@example.com",
                "a@-\u00ad.com",
            })
    void nothingIsTakenForAnotherAddressOrAnotherHeader(String address) {
        assertThatThrownBy(() -> Addresses.of(address)).isInstanceOf(Undeliverable.class);
    }

    @Test
    void aDomainOfAnyLanguageIsWrittenAsTheNetworkKnowsIt() {
        assertThat(Addresses.of("ann@b\u00fccher.example").getAddress()).isEqualTo("ann@xn--bcher-kva.example");
    }
}
