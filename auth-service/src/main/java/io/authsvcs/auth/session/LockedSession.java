package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionState.Life;
import java.time.Duration;
import java.util.List;

/**
 * A session that stays as it is until the transaction ends.
 *
 * @param roles of its owner
 * @param turn the present one
 * @param age of the present turn
 */
public record LockedSession(Subject subject, List<String> roles, Life life, SessionTurn turn, Duration age) {}
