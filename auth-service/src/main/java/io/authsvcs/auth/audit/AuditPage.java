package io.authsvcs.auth.audit;

import io.authsvcs.auth.audit.AuditQuery.Position;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** @param next the event from which to ask on in the same direction; forwards there is always one to ask from later */
public record AuditPage(List<RecordedEvent> events, Optional<UUID> next) {

    /** @param found one more than was asked for, where there are more */
    static AuditPage of(List<RecordedEvent> found, AuditQuery query) {
        List<RecordedEvent> shown = List.copyOf(found.subList(0, Math.min(query.limit(), found.size())));
        Optional<UUID> last =
                shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast().id());
        return new AuditPage(
                shown,
                switch (query.position()) {
                    case Position.After(UUID event) -> Optional.of(last.orElse(event));
                    default -> last.filter(id -> found.size() > query.limit());
                });
    }
}
