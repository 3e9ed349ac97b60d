package io.authsvcs.auth.factor;

import io.authsvcs.auth.identity.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's second factor, as it is at one moment.
 *
 * @param id another for each secret
 * @param confirmedAt since when it is active; absent while it is pending
 * @param codesLeft how many recovery codes are good
 * @param now the moment, by the database's clock
 */
public record SecondFactor(
        UUID id,
        Subject owner,
        FactorSecret secret,
        Instant begunAt,
        Optional<Instant> confirmedAt,
        int codesLeft,
        Instant now) {
    public boolean isActive() {
        return confirmedAt.isPresent();
    }
}
