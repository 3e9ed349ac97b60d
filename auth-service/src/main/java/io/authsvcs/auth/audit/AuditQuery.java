package io.authsvcs.auth.audit;

import io.authsvcs.auth.identity.Subject;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events are looked for.
 *
 * @param subject whom they concern
 */
public record AuditQuery(Optional<Subject> subject, Optional<Action> action, int limit, Position position) {

    /** Where a page begins, and which way it goes. */
    public sealed interface Position {
        /** With the newest, backwards. */
        record Newest() implements Position {}

        /** Backwards from an event. */
        record Before(UUID event) implements Position {}

        /** Forwards from an event; one from a time before all others begins at the beginning. */
        record After(UUID event) implements Position {}
    }
}
