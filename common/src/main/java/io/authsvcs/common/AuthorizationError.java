package io.authsvcs.common;

import io.authsvcs.common.Contract.FieldFault;
import java.util.List;

/** An error of seed 004: {@code {"errors":[…]}}, every sentence that applies. */
public record AuthorizationError(List<String> errors) {
    static AuthorizationError of(String sentence, List<FieldFault> faults) {
        return new AuthorizationError(
                faults.isEmpty()
                        ? List.of(sentence)
                        : faults.stream().map(FieldFault::sentence).toList());
    }
}
