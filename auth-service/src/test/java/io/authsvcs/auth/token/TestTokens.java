package io.authsvcs.auth.token;

import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.Methods;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Settings and keys that are right unless a test says otherwise. */
final class TestTokens {
    private TestTokens() {}

    static TokenSettings settings() {
        return settings(new byte[32]);
    }

    static TokenSettings settings(byte[] masterKey) {
        return settings(masterKey, 2048);
    }

    private static TokenSettings settings(byte[] masterKey, int keyBits) {
        return new TokenSettings(
                Base64.getEncoder().encodeToString(masterKey),
                "",
                "urn:auth",
                "auth-svcs",
                Duration.ofHours(1),
                keyBits,
                100);
    }

    /** A ring of one key that has long signed, at this moment. */
    static KeyRing ring(Instant now, SigningKey key) {
        KeyRing ring = new KeyRing(() -> 0);
        ring.replace(new KeyReading(0, 0, now, List.of(published(key, Instant.EPOCH, Optional.empty()))));
        return ring;
    }

    static SigningKey key() {
        return key(settings());
    }

    /** A key of this length. */
    static SigningKey key(int bits) {
        return key(settings(new byte[32], bits));
    }

    private static SigningKey key(TokenSettings settings) {
        return new SigningKeyCodec(new MasterKey(settings), settings).generate();
    }

    static JwtVerifier verifier(KeyRing ring) {
        return new JwtVerifier(ring, new ClaimsReader(settings()));
    }

    /** A token of somebody's session, signed now. */
    static String signed(KeyRing ring) {
        Identity.Names names = new Identity.Names(
                Optional.of("ann@example.com"),
                Optional.empty(),
                Optional.of("ann"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Identity ann = new Identity(
                Subject.next(), names, List.of("user"), IdentityStatus.ACTIVE, false, 0, Instant.EPOCH, Instant.EPOCH);
        SessionTurn turn = new SessionTurn(SessionId.next(), 0, ring.now(), Optional.empty(), false, Methods.PASSWORD);
        return new JwtSigner(ring, settings()).sign(ann, turn).text();
    }

    static PublishedKey published(SigningKey key, Instant signsFrom, Optional<Instant> verifiesUntil) {
        return new PublishedKey(key.kid(), key.publicKey(), Optional.of(key.privateKey()), signsFrom, verifiesUntil);
    }
}
