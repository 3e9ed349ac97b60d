package io.authsvcs.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 8725 and RFC 7515 §10 warn of, at our own verifier. */
class ForgedTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SigningKey OWN = TestTokens.key();
    private static final SigningKey STRANGERS = TestTokens.key();
    private static final KeyRing RING = TestTokens.ring(NOW, OWN);
    private static final String GENUINE = TestTokens.signed(RING);
    private static final JwtVerifier VERIFIER = TestTokens.verifier(RING);

    static Stream<Forgery> forgeries() {
        return Forgery.all(GENUINE, OWN, STRANGERS);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void areNotBelieved(Forgery forgery) {
        assertThat(VERIFIER.verify(forgery.token())).isInstanceOfAny(InvalidSignature.class, Malformed.class);
    }

    @Test
    void areMadeFromWhatWouldBeBelieved() {
        TestJws jws = TestJws.of(GENUINE);

        assertThat(VERIFIER.verify(GENUINE)).isInstanceOf(Genuine.class);
        assertThat(jws.signed(OWN.privateKey())).isEqualTo(GENUINE);
        assertThat(VERIFIER.verify(new ForgedClaims(jws, OWN).good())).isInstanceOf(Genuine.class);
    }
}
