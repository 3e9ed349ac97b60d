package io.authsvcs.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import io.authsvcs.common.AwkwardTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** No text is taken for a token of ours that isn't one, and none breaks its reader. */
class TokensFuzzTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SigningKey KEY = TestTokens.key();
    private static final KeyRing RING = TestTokens.ring(NOW, KEY);
    private static final JwtVerifier VERIFIER = TestTokens.verifier(RING);
    private static final String GENUINE = TestTokens.signed(RING);
    private static final TestJws JWS = TestJws.of(GENUINE);

    private static final MasterKey MASTER_KEY = new MasterKey(TestTokens.settings());
    private static final RefreshTokens REFRESH_TOKENS = new RefreshTokens(MASTER_KEY);
    private static final SessionTokens SESSION_TOKENS = new SessionTokens(MASTER_KEY);
    private static final DeviceTokens DEVICE_TOKENS = new DeviceTokens(MASTER_KEY);
    private static final ActionTokens ACTION_TOKENS = new ActionTokens(MASTER_KEY);
    private static final TokenKinds KINDS = new TokenKinds(SESSION_TOKENS);
    private static final Subject HOLDER = Subject.next();

    static Stream<String> tokens() {
        return Stream.concat(AwkwardTexts.around(GENUINE), Stream.of("..", "a.b.c", "eyJhbGciOiJub25lIn0.e30."));
    }

    @MethodSource("tokens")
    @FuzzTest
    void aToken(@NotNull String token) {
        if (!token.equals(GENUINE)) {
            assertThat(VERIFIER.verify(token)).isInstanceOfAny(InvalidSignature.class, Malformed.class);
        }
    }

    static Stream<String> headers() {
        return Stream.concat(
                AwkwardTexts.around(JWS.header()),
                AwkwardTexts.all().map(text -> "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + text + "\"}"));
    }

    /** Signed by us, and nevertheless believed only under a header that is ours. */
    @MethodSource("headers")
    @FuzzTest
    void aHeader(@NotNull String header) {
        String token = JWS.withHeader(header).signed(KEY.privateKey());
        boolean isOurs = JoseHeader.parse(header.getBytes(UTF_8))
                .filter(JoseHeader::isOurs)
                .filter(read -> read.members().get("kid").stringValue().equals(KEY.kid()))
                .isPresent();

        assertThat(VERIFIER.verify(token) instanceof Genuine).isEqualTo(isOurs && JwtVerifier.isSpelt(token));
    }

    static Stream<String> claims() {
        return Stream.concat(
                AwkwardTexts.around(JWS.payload()),
                Stream.of("exp", "iat", "nbf", "iss", "sub", "aud", "jti", "sid")
                        .flatMap(claim -> AwkwardTexts.numbers().map(value -> with(claim, value))));
    }

    private static String with(String claim, String value) {
        return "{\"" + claim + "\":" + value + ","
                + JWS.payload().replace("\"" + claim + "\":", "\"a\":").substring(1);
    }

    /** Signed by us, whatever it says: what is believed says whose it is, and until when. */
    @MethodSource
    @FuzzTest
    void claims(@NotNull String payload) {
        TokenVerdict verdict = VERIFIER.verify(JWS.withPayload(payload).signed(KEY.privateKey()));

        if (verdict instanceof Genuine(AccessClaims claims)) {
            assertThat(claims.expiresAt()).isAfter(NOW);
        }
        if (verdict instanceof Expired(AccessClaims claims)) {
            assertThat(claims.expiresAt()).isBeforeOrEqualTo(NOW);
        }
    }

    static Stream<String> opaqueTokens() {
        return Stream.of(
                        REFRESH_TOKENS
                                .of(new SessionTurn(
                                        SessionId.next(), 0, NOW, Optional.empty(), false, Methods.PASSWORD))
                                .text(),
                        SESSION_TOKENS.of(SessionId.next()).text(),
                        DEVICE_TOKENS.next(HOLDER).text(),
                        ACTION_TOKENS.of(Purpose.ACTIVATE, UUID.randomUUID()))
                .flatMap(token -> AwkwardTexts.around(token).filter(text -> !text.equals(token)));
    }

    @MethodSource("opaqueTokens")
    @FuzzTest
    void anOpaqueToken(@NotNull String token) {
        assertThat(REFRESH_TOKENS.read(token)).isEmpty();
        assertThat(SESSION_TOKENS.read(token)).isEmpty();
        assertThat(DEVICE_TOKENS.read(token, HOLDER)).isEmpty();
        for (Purpose purpose : Purpose.values()) {
            assertThat(ACTION_TOKENS.read(purpose, token)).isEmpty();
        }
        if (KINDS.of(token) instanceof TokenKinds.Kind.Reference(OpaqueToken reference)) {
            assertThat(reference.text()).isEqualTo(token).matches("[0-9a-f]{46}|[A-Za-z0-9]{25}");
        }
    }

    static Stream<String> ids() {
        return Stream.concat(
                AwkwardTexts.around("0190b4c2-7d3a-7c1e-8f00-0123456789ab"),
                Stream.of(
                        "000000001-0001-0001-0001-00000000001",
                        "+1234567-1234-1234-1234-123456789012",
                        "1-1-1-1-100000000000000000000000000a"));
    }

    @MethodSource("ids")
    @FuzzTest
    void anIdOfASession(@NotNull String text) {
        SessionId.parse(text).ifPresent(id -> assertThat(id.toString()).isEqualToIgnoringCase(text));
    }
}
