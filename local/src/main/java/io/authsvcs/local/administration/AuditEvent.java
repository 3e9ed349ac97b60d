package io.authsvcs.local.administration;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened, or was refused.
 *
 * @param actor who did it: {@code user:<id>}, {@code partner:<id>}; nobody where that was not proved
 * @param userID whom it concerns
 * @param target what else it concerns, by id
 * @param refusal why it was refused; absent where it was done
 */
public record AuditEvent(
        String id,
        Instant at,
        String action,
        Optional<String> actor,
        Optional<String> userID,
        Optional<String> target,
        Optional<String> refusal,
        Optional<String> client,
        Optional<String> address,
        Optional<String> requestID) {

    /** On one line; what is unknown is left out. */
    public String json() {
        return Json.text(this);
    }
}
