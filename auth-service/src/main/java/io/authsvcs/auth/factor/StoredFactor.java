package io.authsvcs.auth.factor;

import io.authsvcs.auth.identity.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A second factor as a row has it: its secret encrypted. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; it only travels from a row.
record StoredFactor(
        UUID id,
        Subject owner,
        byte[] sealedSecret,
        Instant begunAt,
        Optional<Instant> confirmedAt,
        int codesLeft,
        Instant now) {
    @Override
    public String toString() {
        return "StoredFactor[" + id + "]";
    }
}
