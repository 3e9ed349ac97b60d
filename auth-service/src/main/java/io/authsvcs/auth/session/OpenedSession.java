package io.authsvcs.auth.session;

import java.time.Instant;
import java.util.Optional;

/** A session that has just begun; without {@code expiresAt} it has no end. */
public record OpenedSession(SessionId id, Optional<Instant> expiresAt) {}
