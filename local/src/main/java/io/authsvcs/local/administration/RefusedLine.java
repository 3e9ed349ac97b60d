package io.authsvcs.local.administration;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of users that was not imported.
 *
 * @param line its number, the first is 1
 * @param errors of the fields that are to blame; none where it is the line as a whole
 */
public record RefusedLine(long line, String reason, List<FieldError> errors) {
    public RefusedLine(long line, String reason, @Nullable List<FieldError> errors) {
        this.line = line;
        this.reason = reason;
        this.errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public RefusedLine numbered(long number) {
        return new RefusedLine(number, reason, errors);
    }

    /** On one line. */
    public String json() {
        return Json.text(this);
    }

    /** For example {@code line 17: Invalid request (email: not an address)}. */
    public String sentence() {
        String fields = errors.stream()
                .map(error -> error.field() + ": " + error.reason())
                .collect(Collectors.joining("; "));
        return "line " + line + ": " + reason + (fields.isEmpty() ? "" : " (" + fields + ")");
    }
}
