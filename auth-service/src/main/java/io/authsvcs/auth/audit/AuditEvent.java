package io.authsvcs.auth.audit;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.identity.Subject;
import java.util.Optional;

/**
 * Something that happened, or was refused.
 *
 * @param actor who did it; absent where nobody has proved who they are
 * @param subject whom it concerns
 * @param target what else it concerns: the id of a session, a partner, a key
 * @param refusal why it was refused, in a fixed sentence; absent where it was done
 */
public record AuditEvent(
        Action action,
        Optional<Actor> actor,
        Optional<Subject> subject,
        Optional<String> target,
        Optional<String> refusal,
        Caller caller) {

    /** Somebody did something to themselves. */
    public static AuditEvent own(Action action, Subject subject, Caller caller) {
        return by(Actor.user(subject), action, caller).about(subject);
    }

    public static AuditEvent by(Actor actor, Action action, Caller caller) {
        return new AuditEvent(action, Optional.of(actor), Optional.empty(), Optional.empty(), Optional.empty(), caller);
    }

    /** Somebody did something who hasn't proved who they are. */
    public static AuditEvent anonymous(Action action, Caller caller) {
        return new AuditEvent(action, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), caller);
    }

    /** Somebody who hasn't proved who they are was refused. */
    public static AuditEvent refused(Action action, String refusal, Caller caller) {
        return new AuditEvent(
                action, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(refusal), caller);
    }

    public AuditEvent about(Subject subject) {
        return new AuditEvent(action, actor, Optional.of(subject), target, refusal, caller);
    }

    public AuditEvent at(String target) {
        return new AuditEvent(action, actor, subject, Optional.of(target), refusal, caller);
    }

    public AuditEvent refusedFor(String refusal) {
        return new AuditEvent(action, actor, subject, target, Optional.of(refusal), caller);
    }
}
