package io.authsvcs.auth.audit;

import io.authsvcs.auth.identity.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it was recorded; see {@link AuditEvent} for what its parts mean.
 *
 * @param id the cursor by which the events before or after it are asked for
 * @param action a label, also of an action that only newer instances know
 */
public record RecordedEvent(
        UUID id,
        Instant at,
        String action,
        Optional<String> actor,
        Optional<Subject> subject,
        Optional<String> target,
        Optional<String> refusal,
        Optional<String> client,
        Optional<String> address,
        String requestId) {}
