package io.authsvcs.common.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTest {
    /** Whoever changes what others have published must mean it. */
    @ParameterizedTest
    @CsvSource({
        "canonical-login, f96996565e3e14f1",
        "altegio, bf2ff06b5d9acb7a",
        "edumaps, aa8b4b86699c6861",
        "slide, a6ce4945379539e3",
        "authorization, 157e137bbd81f265"
    })
    void whatWasPublishedStaysAsItWas(String document, String digest) throws NoSuchAlgorithmException {
        String text = ContractDocument.read(document).asDocumented();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 8))
                .isEqualTo(digest);
    }
}
