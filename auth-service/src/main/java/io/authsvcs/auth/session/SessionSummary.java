package io.authsvcs.auth.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A session as its owner sees it.
 *
 * @param lastSeenAt exact to about a minute
 */
public record SessionSummary(
        SessionId id,
        Optional<String> client,
        Optional<String> address,
        Instant createdAt,
        Instant lastSeenAt,
        Optional<Instant> expiresAt) {}
