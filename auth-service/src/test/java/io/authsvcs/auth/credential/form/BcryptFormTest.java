package io.authsvcs.auth.credential.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BcryptFormTest {
    private static final Scratch SCRATCH = new Scratch(64);

    // passlib 1.7.4, tests/test_handlers_bcrypt.py, from crypt_blowfish 1.2: octets that are no UTF-8.
    @ParameterizedTest
    @CsvSource({
        "a3, $2a$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
        "a3, $2y$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq",
        "ffa3333435, $2a$05$/OK.fbVrR/bpIqNJ5ianF.nRht2l/HRhr6zmCp9vYUvvsqynflf9e",
    })
    void takesAnyOctets(String password, String hash) {
        assertThat(form(hash).matches(HexFormat.of().parseHex(password), SCRATCH))
                .isTrue();
    }

    // The same source, and its vectors for the length that once wrapped around at 256.
    @ParameterizedTest
    @CsvSource({
        "82, $2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui,"
                + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored",
        "254, $2a$04$R1lJ2gkNaoPGdafE.H.16.1MKHPvmKwryeulRe225LKProWYwt9Oi, 0123456789",
        "256, $2a$04$R1lJ2gkNaoPGdafE.H.16.1MKHPvmKwryeulRe225LKProWYwt9Oi, 0123456789",
        "1024, $2a$04$R1lJ2gkNaoPGdafE.H.16.1MKHPvmKwryeulRe225LKProWYwt9Oi, 0123456789",
    })
    void countsTheFirst72BytesAsTheSystemsDidThatMadeTheHash(int length, String hash, String repeated) {
        byte[] password = repeated.repeat(103).substring(0, length).getBytes(StandardCharsets.UTF_8);

        assertThat(form(hash).matches(password, SCRATCH)).isTrue();
        password[71]++;
        assertThat(form(hash).matches(password, SCRATCH))
                .as("another 72nd byte")
                .isFalse();
    }

    @Test
    void saltsWithStrayBitsAreTheSaltsWithoutThem() {
        byte[] password = "U*U".getBytes(StandardCharsets.UTF_8);

        assertThat(form("$2a$05$CCCCCCCCCCCCCCCCCCCCC/E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")
                        .matches(password, SCRATCH))
                .isTrue();
    }

    private static HashForm form(String hash) {
        return HashForm.parse(hash).orElseThrow();
    }
}
