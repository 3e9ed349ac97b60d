package io.authsvcs.local.command;

import io.authsvcs.local.administration.AuditEvent;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event on one line. */
final class AuditLine {
    private static final String UNKNOWN = "-";

    private AuditLine() {}

    /** Time, outcome, action, who, whom, address, request id, and why it was refused. */
    static String of(AuditEvent event) {
        String line = String.format(
                "%-24s  %-7s  %-15s  %s → %s  %s  %s",
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.refusal().isPresent() ? "refused" : "done",
                event.action(),
                event.actor().orElse(UNKNOWN),
                whom(event),
                event.address().orElse(UNKNOWN),
                event.requestID().orElse(UNKNOWN));
        return line + event.refusal().map(reason -> "  " + reason).orElse("");
    }

    private static String whom(AuditEvent event) {
        String whom = Stream.of(event.userID().map(id -> "user:" + id), event.target())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return whom.isEmpty() ? UNKNOWN : whom;
    }
}
