package io.authsvcs.auth.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A login or a refresh of a session: what its tokens follow from.
 *
 * @param number 0 for the login, then one more with each refresh
 * @param at when, by the database's clock
 * @param expiresAt the session's end; without it, it has none
 * @param persistent whether the session is to outlive the browser
 * @param methods by which it was opened
 */
public record SessionTurn(
        SessionId session, int number, Instant at, Optional<Instant> expiresAt, boolean persistent, Methods methods) {}
