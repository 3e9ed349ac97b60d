package io.authsvcs.auth.idempotency;

import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.session.SessionId;
import java.util.Optional;

/**
 * What a write led to: a session of somebody at one of its turns, from which the tokens of the first answer can be made
 * again; nothing secret.
 *
 * @param subject whose session, or who did it
 * @param session absent where nobody was signed in by it
 * @param turn of the session; without one, how many were made at once
 */
public record Effect(Subject subject, Optional<SessionId> session, int turn) {
    /** Something was done that signs nobody in; the repetition itself tells the rest. */
    public static Effect of(Subject subject) {
        return new Effect(subject, Optional.empty(), 0);
    }

    /** So many were made at once, which the repetition can't find out. */
    public static Effect of(Subject subject, int count) {
        return new Effect(subject, Optional.empty(), count);
    }

    public static Effect signedIn(Subject subject, SessionId session, int turn) {
        return new Effect(subject, Optional.of(session), turn);
    }
}
