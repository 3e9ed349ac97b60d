package io.authsvcs.auth.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.fault.FieldError;
import java.util.List;

/** Why a request was not answered as hoped: one sentence, and one a field where fields are to blame. */
record Refusal(
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}
