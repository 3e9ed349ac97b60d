package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.audit.Actor;
import io.authsvcs.auth.audit.AuditEvent;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.identity.Subject;

/** Whoever administers, and from where. */
public record Administrator(Subject subject, Caller caller) {
    AuditEvent did(Action action) {
        return AuditEvent.by(Actor.user(subject), action, caller);
    }
}
