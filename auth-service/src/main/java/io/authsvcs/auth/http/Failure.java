package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.common.Status;
import java.util.List;

/** Why a request couldn't be answered as it was meant to be, as far as its caller may know: one sentence, and what is wrong. */
public record Failure(Status status, String reason, List<FieldError> fieldErrors) {
    Failure(Status status, String reason) {
        this(status, reason, List.of());
    }
}
