package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionState.Life;
import java.time.Duration;

/**
 * A session that stays as it is until the transaction ends.
 *
 * @param turn the present one
 * @param age of the present turn
 */
public record LockedSession(Subject subject, Life life, SessionTurn turn, Duration age) {}
