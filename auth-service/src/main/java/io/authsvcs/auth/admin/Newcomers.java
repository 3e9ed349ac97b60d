package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.flow.ImportUsers.Newcomer;
import java.util.List;

/** What the lines of an import turned out to be. */
record Newcomers(List<Newcomer> accepted, List<RefusedLine> refused) {

    /** @param line its number, from 1 */
    record RefusedLine(
            int line,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}
}
