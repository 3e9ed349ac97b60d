package io.authsvcs.local.administration;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that signs, or signed, access tokens; only what everybody may know of it.
 *
 * @param state {@code next}, {@code current}, {@code former} or {@code revoked}
 * @param signsFrom the moment from which tokens are signed with it
 * @param verifiesUntil the moment from which no token of it is believed; unknown while it has no successor
 */
public record SigningKey(
        String kid,
        String algorithm,
        String state,
        Instant createdAt,
        Optional<Instant> signsFrom,
        Optional<Instant> verifiesUntil) {}
