package io.authsvcs.auth.admin;

import io.authsvcs.auth.admin.Newcomers.AcceptedLine;
import io.authsvcs.auth.admin.Newcomers.RefusedLine;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.http.Fields;
import io.authsvcs.auth.http.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the lines of an import: each is accepted or refused for itself. */
@Component
class NewcomerLines {
    private static final String PASSWORD = "password";
    /** Hashing more would take longer than a gateway waits for an answer. */
    private static final int MOST_PASSWORDS = 20;

    private final NewcomerFields newcomerFields;

    NewcomerLines(NewcomerFields newcomerFields) {
        this.newcomerFields = newcomerFields;
    }

    Newcomers read(List<JsonLine> lines) {
        Set<JsonLine> tooMany = lines.stream()
                .filter(line ->
                        line.fields().filter(fields -> fields.has(PASSWORD)).isPresent())
                .skip(MOST_PASSWORDS)
                .collect(Collectors.toSet());
        Newcomers newcomers = new Newcomers(new ArrayList<>(), new ArrayList<>());
        for (JsonLine line : lines) {
            line.fields()
                    .ifPresentOrElse(
                            fields -> read(line.number(), fields, tooMany.contains(line), newcomers),
                            () -> newcomers
                                    .refused()
                                    .add(new RefusedLine(
                                            line.number(), "The line isn't a well-formed JSON object", List.of())));
        }
        return newcomers;
    }

    private void read(int number, Fields fields, boolean isTooMuch, Newcomers newcomers) {
        if (isTooMuch) {
            fields.reject(PASSWORD, "At most " + MOST_PASSWORDS + " of a call are hashed: send this line in another");
        }
        newcomerFields
                .read(fields)
                .ifPresentOrElse(
                        newcomer -> newcomers.accepted().add(new AcceptedLine(number, newcomer)),
                        () -> newcomers
                                .refused()
                                .add(new RefusedLine(number, FaultCode.INVALID_REQUEST.reason(), fields.errors())));
    }
}
