package io.authsvcs.auth.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is.
 *
 * @param secondFactor whether they have one that is active: their password alone lets them in nowhere
 * @param sessionGeneration the number that a session must carry to be alive
 */
public record Identity(
        Subject subject,
        Names names,
        List<String> roles,
        IdentityStatus status,
        boolean secondFactor,
        int sessionGeneration,
        Instant createdAt,
        Instant updatedAt) {

    /** What somebody is known by; each may be absent, but an e-mail or a phone number is always there. */
    public record Names(
            Optional<String> email,
            Optional<String> phoneNumber,
            Optional<String> userName,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> company) {}

    public boolean isActive() {
        return status == IdentityStatus.ACTIVE;
    }

    public boolean isActiveAdministrator() {
        return isActive() && roles.contains(Roles.ADMINISTRATOR);
    }
}
