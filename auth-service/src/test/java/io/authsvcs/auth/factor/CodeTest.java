package io.authsvcs.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.factor.Code.Impossible;
import io.authsvcs.auth.factor.Code.OfAuthenticator;
import io.authsvcs.auth.factor.Code.OfRecovery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    private static final byte[] SEED = "a seed that nobody can guess".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"012345", "012 345", " 012-345 "})
    void sixDigitsAreAnAuthenticators(String typed) {
        assertThat(Code.of(typed)).isEqualTo(new OfAuthenticator("012345"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ABCD-EFGH-IJKL-MNOP-QRST-UV27", "abcdefghijklmnopqrstuv27", "abcd efgh ijkl mnop qrst uv27"})
    void twentyFourLettersAreARecoveryCode(String typed) {
        assertThat(Code.of(typed)).isEqualTo(new OfRecovery(new RecoveryCode("ABCDEFGHIJKLMNOPQRSTUV27")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "1234567",
                "١٢٣٤٥٦",
                "ABCDEFGHIJKLMNOPQRSTUV2",
                "ABCDEFGHIJKLMNOPQRSTUV01",
                "12345\u0000"
            })
    void anythingElseIsImpossible(String typed) {
        assertThat(Code.of(typed)).isEqualTo(new Impossible());
    }

    @Test
    void whatIsTooLongIsNotReadAtAll() {
        assertThat(Code.of(" ".repeat(100) + "012345")).isEqualTo(new Impossible());
    }

    @Test
    void tenRecoveryCodesFollowFromASeed() {
        List<RecoveryCode> codes = RecoveryCode.of(SEED);

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().isEqualTo(RecoveryCode.of(SEED));
        assertThat(codes)
                .extracting(RecoveryCode::text)
                .allMatch(text -> text.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"))
                .allSatisfy(text -> assertThat(Code.of(text)).isInstanceOf(OfRecovery.class));
        assertThat(RecoveryCode.of(new byte[32])).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void anAuthenticatorReadsTheAddressWhateverIsInIt() {
        FactorSecret secret = FactorSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

        assertThat(secret.uri("Ann & Sons", "ann+1@example.com"))
                .isEqualTo("otpauth://totp/Ann%20%26%20Sons:ann%2B1%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ann%20%26%20Sons"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void nothingOfItIsPrinted() {
        FactorSecret secret = FactorSecret.of(new byte[20]);
        RecoveryCode code = RecoveryCode.of(SEED).getFirst();

        assertThat(List.of(secret, new Enrolment(secret, secret.uri("a", "b"))).toString())
                .doesNotContain(secret.base32());
        assertThat(List.of(code, new OfRecovery(code), new OfAuthenticator("012345"))
                        .toString())
                .doesNotContain(code.letters(), code.text(), "012345");
    }
}
