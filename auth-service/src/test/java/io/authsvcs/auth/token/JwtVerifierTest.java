package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVerifierTest {
    private static final TokenSettings SETTINGS = TestTokens.settings();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SigningKey KEY = new SigningKeyCodec(new MasterKey(SETTINGS), SETTINGS).generate();
    private static final SigningKey STRANGERS_KEY = new SigningKeyCodec(new MasterKey(SETTINGS), SETTINGS).generate();
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
            0,
            NOW,
            NOW);
    private static final SessionTurn TURN =
            new SessionTurn(new SessionId(UUID.randomUUID()), 0, NOW, Optional.empty(), false);

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
                        "\"issuer\":\"urn:auth\"");
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
    void anyChangedCharacterOfTheSignatureIsNoticed() {
        String token = sign();
        int signature = token.lastIndexOf('.') + 1;
        for (int at = signature; at < token.length(); at += 7) {
            assertThat(verifyAt(NOW, changed(token, at))).isNotInstanceOf(Genuine.class);
        }
        assertThat(verifyAt(NOW, changed(token, token.length() - 1))).isNotInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e", "..", "{}", "ä.b.c", "e30.e30.", "e30.e30.e30"})
    void whatIsNoJwtIsMalformedOrForged(String token) {
        assertThat(verifyAt(NOW, token)).isInstanceOfAny(Malformed.class, InvalidSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "x", "\n", " ", "%", ".", "AAAA"})
    void oneTokenHasOneSpelling(String appended) {
        assertThat(verifyAt(NOW, sign() + appended)).isNotInstanceOf(Genuine.class);
    }

    @Test
    void atMost8KibAreRead() {
        assertThat(verifyAt(NOW, "a".repeat(9000) + ".b.c")).isInstanceOf(Malformed.class);
    }

    @Test
    void aTokenWithoutASignatureIsNotOurs() {
        String unsecured = claims(Jwts.builder()).compact();

        assertThat(verifyAt(NOW, unsecured)).isNotInstanceOf(Genuine.class);
        assertThat(verifyAt(NOW, sign().replaceFirst("[^.]+$", ""))).isNotInstanceOf(Genuine.class);
    }

    @Test
    void aPublicKeyIsNoSharedSecret() {
        Key secret = new SecretKeySpec(KEY.publicKey().getEncoded(), "HmacSHA256");
        String confused = withKid(KEY.kid()).signWith(secret).compact();

        assertThat(verifyAt(NOW, confused)).isInstanceOf(InvalidSignature.class);
    }

    @Test
    void oneAlgorithmIsAccepted() {
        for (var algorithm : List.of(Jwts.SIG.RS384, Jwts.SIG.RS512, Jwts.SIG.PS256)) {
            String token =
                    withKid(KEY.kid()).signWith(KEY.privateKey(), algorithm).compact();

            assertThat(verifyAt(NOW, token)).as(algorithm.getId()).isInstanceOf(InvalidSignature.class);
        }
    }

    @Test
    void aStrangersKeyIsNotBelievedUnderAnyName() {
        for (String kid : List.of(KEY.kid(), STRANGERS_KEY.kid(), "", "../" + KEY.kid(), "' OR 1=1 --")) {
            String token = withKid(kid)
                    .signWith(STRANGERS_KEY.privateKey(), Jwts.SIG.RS256)
                    .compact();

            assertThat(verifyAt(NOW, token)).as(kid).isInstanceOf(InvalidSignature.class);
        }
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsIgnored() {
        String token = claims(Jwts.builder()
                        .header()
                        .keyId(STRANGERS_KEY.kid())
                        .jwk(Jwks.builder().key(STRANGERS_KEY.publicKey()).build())
                        .jwkSetUrl(URI.create("https://evil.example/jwks.json"))
                        .and())
                .signWith(STRANGERS_KEY.privateKey(), Jwts.SIG.RS256)
                .compact();

        assertThat(verifyAt(NOW, token)).isNotInstanceOf(Genuine.class);
    }

    @Test
    void anotherIssuersOrAudiencesTokenIsNotOurs() {
        String otherIssuer = withKid(KEY.kid())
                .issuer("urn:other")
                .signWith(KEY.privateKey(), Jwts.SIG.RS256)
                .compact();
        String otherAudience = withKid(KEY.kid())
                .audience()
                .clear()
                .add("other")
                .and()
                .signWith(KEY.privateKey(), Jwts.SIG.RS256)
                .compact();

        assertThat(verifyAt(NOW, otherIssuer)).isInstanceOf(InvalidSignature.class);
        assertThat(verifyAt(NOW, otherAudience)).isInstanceOf(InvalidSignature.class);
    }

    @Test
    void anEncryptedTokenIsNotOurs() {
        String encrypted = claims(Jwts.builder())
                .encryptWith(KEY.publicKey(), Jwts.KEY.RSA_OAEP_256, Jwts.ENC.A256GCM)
                .compact();

        assertThat(verifyAt(NOW, encrypted)).isInstanceOf(Malformed.class);
    }

    private String sign() {
        return signer.sign(IDENTITY, TURN).text();
    }

    private TokenVerdict verifyAt(Instant moment, String token) {
        return new JwtVerifier(TestTokens.ring(moment, KEY), SETTINGS).verify(token);
    }

    private static JwtBuilder withKid(String kid) {
        return claims(Jwts.builder().header().keyId(kid).and());
    }

    private static JwtBuilder claims(JwtBuilder jwt) {
        return jwt.issuer("urn:auth")
                .audience()
                .add("auth-svcs")
                .and()
                .subject(IDENTITY.subject().toString())
                .claim("sid", TURN.session().toString())
                .issuedAt(Date.from(NOW))
                .expiration(Date.from(NOW.plusSeconds(60)));
    }

    private static String changed(String token, int at) {
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
