package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JwtVerifierTest {
    private static final TokenSettings SETTINGS = TestTokens.settings();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SigningKey KEY = TestTokens.key();
    private static final SigningKey STRANGERS_KEY = TestTokens.key();
    private static final Identity IDENTITY = new Identity(
            Subject.next(),
            new Identity.Names(
                    Optional.of("ann@example.com"),
                    Optional.empty(),
                    Optional.of("carlosj"),
                    Optional.of("Carlos"),
                    Optional.of("Justiniano"),
                    Optional.empty()),
            List.of("user", "admin"),
            IdentityStatus.ACTIVE,
            true,
            0,
            NOW,
            NOW);
    private static final SessionTurn TURN =
            new SessionTurn(new SessionId(UUID.randomUUID()), 0, NOW, Optional.empty(), false, Methods.CODE);

    private final JwtSigner signer = new JwtSigner(TestTokens.ring(NOW, KEY), SETTINGS);

    @Test
    void believesWhatWasSignedHere() {
        TokenVerdict verdict = verifyAt(NOW, sign());

        assertThat(verdict)
                .isEqualTo(new Genuine(new AccessClaims(
                        IDENTITY.subject(),
                        TURN.session(),
                        TURN.session() + ".0." + ChronoUnit.MICROS.between(Instant.EPOCH, TURN.at()),
                        NOW,
                        NOW.plus(Duration.ofHours(1)))));
    }

    @Test
    void carriesTheClaimsOfTheSeed() {
        String payload = new String(Base64.getUrlDecoder().decode(sign().split("\\.", -1)[1]), UTF_8);

        assertThat(payload)
                .contains(
                        "\"uid\":\"" + IDENTITY.subject() + "\"",
                        "\"userName\":\"carlosj\"",
                        "\"firstName\":\"Carlos\"",
                        "\"lastName\":\"Justiniano\"",
                        "\"roles\":[\"user\",\"admin\"]",
                        "\"issuer\":\"urn:auth\"",
                        "\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
    }

    @Test
    void anOldTokenIsExpiredAndStillSaysWhose() {
        String token = sign();

        assertThat(verifyAt(NOW.plus(Duration.ofMinutes(59)), token)).isInstanceOf(Genuine.class);
        assertThat(verifyAt(NOW.plus(Duration.ofMinutes(61)), token))
                .isInstanceOfSatisfying(
                        Expired.class,
                        expired -> assertThat(expired.claims().session()).isEqualTo(TURN.session()));
    }

    @Test
    void anOldTokenOfAnotherIssuerOrAudienceIsNobodysOfOurs() {
        TestJws jws = TestJws.of(sign());

        for (String ours : List.of("urn:auth", "auth-svcs")) {
            String others =
                    jws.withPayload(jws.payload().replace(ours, "urn:other")).signed(KEY.privateKey());

            assertThat(verifyAt(NOW.plus(Duration.ofMinutes(61)), others))
                    .as(ours)
                    .isInstanceOf(InvalidSignature.class);
        }
    }

    @Test
    void whatIsNoJwtIsCalledSoAndWhatIsForgedToo() {
        String token = sign();

        assertThat(verifyAt(NOW, "a.b.c")).isInstanceOf(Malformed.class);
        assertThat(verifyAt(NOW, token + "=")).isInstanceOf(Malformed.class);
        assertThat(verifyAt(NOW, TestJws.of(token).signed(STRANGERS_KEY.privateKey())))
                .isInstanceOf(InvalidSignature.class);
        assertThat(verifyAt(NOW, TestJws.of(token).with(""))).isInstanceOf(Malformed.class);
    }

    @Test
    void atMost8KibAreRead() {
        assertThat(verifyAt(NOW, "a".repeat(9000) + ".b.c")).isInstanceOf(Malformed.class);
    }

    private String sign() {
        return signer.sign(IDENTITY, TURN).text();
    }

    private TokenVerdict verifyAt(Instant moment, String token) {
        return TestTokens.verifier(TestTokens.ring(moment, KEY)).verify(token);
    }
}
