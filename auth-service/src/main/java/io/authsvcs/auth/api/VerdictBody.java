package io.authsvcs.auth.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A verdict as callers read it; what isn't known is left out. */
sealed interface VerdictBody {
    static VerdictBody of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> Valid.of(valid);
            case Verdict.Invalid(Reason reason) -> new Invalid(false, reason.sentence());
        };
    }

    record Invalid(boolean isValid, String reason) implements VerdictBody {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Valid(
            boolean isValid,
            String userID,
            String sessionID,
            Optional<String> userName,
            List<String> roles,
            Instant issuedAt,
            // Null, not absent, where there is no end: to know that there is none, a caller has to be told.
            @JsonInclude Optional<Instant> expiresAt)
            implements VerdictBody {
        static Valid of(Verdict.Valid verdict) {
            return new Valid(
                    true,
                    verdict.claims().subject().toString(),
                    verdict.claims().session().toString(),
                    verdict.session().userName(),
                    verdict.session().roles(),
                    verdict.claims().issuedAt(),
                    verdict.claims().expiresAt());
        }
    }
}
