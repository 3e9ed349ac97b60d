package io.authsvcs.auth.token;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be known about a key.
 *
 * @param verifiesUntil when its last token is out; absent while it has no successor
 */
public record KeyRecord(
        String kid, KeyState state, Instant createdAt, Instant signsFrom, Optional<Instant> verifiesUntil) {
    /** RFC 7518 §3.1; there is no other. */
    public String algorithm() {
        return "RS256";
    }
}
