package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.identity.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user as administrators see them; what isn't known is left out. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record UserRecord(
        String userID,
        Optional<String> email,
        Optional<String> phoneNumber,
        Optional<String> userName,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> company,
        List<String> roles,
        String status,
        boolean secondFactor,
        Instant createdAt,
        Instant updatedAt) {
    static UserRecord of(Identity identity) {
        Identity.Names names = identity.names();
        return new UserRecord(
                identity.subject().toString(),
                names.email(),
                names.phoneNumber(),
                names.userName(),
                names.firstName(),
                names.lastName(),
                names.company(),
                identity.roles(),
                identity.status().stored(),
                identity.secondFactor(),
                identity.createdAt(),
                identity.updatedAt());
    }
}
