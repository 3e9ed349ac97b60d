package io.authsvcs.auth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/** What tokens show by themselves, each signature checked once for as long as no key is withdrawn. */
@Component
class VerifiedTokens {
    private final JwtVerifier verifier;
    private final KeyRing keys;
    private final Cache<ByteBuffer, Verified> verified;

    VerifiedTokens(JwtVerifier verifier, KeyRing keys, TokenSettings settings) {
        this.verifier = verifier;
        this.keys = keys;
        this.verified =
                Caffeine.newBuilder().maximumSize(settings.verifiedCacheSize()).build();
    }

    TokenVerdict verdict(String token) {
        // The whole token's hash: a cache keyed by less could take one token for another.
        ByteBuffer key = ByteBuffer.wrap(Sha256.of(token));
        Verified known = verified.getIfPresent(key);
        if (known == null || known.withdrawals() != keys.withdrawals()) {
            return anew(token, key);
        }
        return keys.now().isBefore(known.claims().expiresAt())
                ? new Genuine(known.claims())
                : new Expired(known.claims());
    }

    private TokenVerdict anew(String token, ByteBuffer key) {
        // Counted first: a key that is withdrawn meanwhile leaves nothing behind.
        long withdrawals = keys.withdrawals();
        TokenVerdict verdict = verifier.verify(token);
        if (verdict instanceof Genuine genuine) {
            verified.put(key, new Verified(genuine.claims(), withdrawals));
        }
        return verdict;
    }

    /** What was found when so many keys had been withdrawn. */
    private record Verified(AccessClaims claims, long withdrawals) {}
}
