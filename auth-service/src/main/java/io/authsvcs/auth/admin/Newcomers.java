package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.flow.ImportUsers.Newcomer;
import io.authsvcs.auth.identity.Clash;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the lines of an import turned out to be. */
record Newcomers(List<AcceptedLine> accepted, List<RefusedLine> refused) {

    /** @param line its number, from 1 */
    record AcceptedLine(int line, Newcomer newcomer) {}

    /** @param line its number, from 1 */
    record RefusedLine(
            int line,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}

    List<Newcomer> people() {
        return accepted.stream().map(AcceptedLine::newcomer).toList();
    }

    /** In the order of the lines, those among them whose fields could be read, yet not be kept. */
    List<RefusedLine> refused(List<Clash> clashes) {
        return Stream.concat(refused.stream(), clashes.stream().map(this::refused))
                .sorted(Comparator.comparingInt(RefusedLine::line))
                .toList();
    }

    private RefusedLine refused(Clash clash) {
        List<FieldError> errors = Stream.of(
                        Optional.of("userID").filter(field -> clash.ofSubject()),
                        Optional.of("number").filter(field -> clash.ofNumber()))
                .flatMap(Optional::stream)
                .map(field -> new FieldError(field, "Is taken"))
                .toList();
        return new RefusedLine(accepted.get(clash.place()).line(), FaultCode.INVALID_REQUEST.reason(), errors);
    }
}
