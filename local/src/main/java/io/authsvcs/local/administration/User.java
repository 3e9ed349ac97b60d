package io.authsvcs.local.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's record, as administrators see it.
 *
 * @param status {@code pending}, {@code active}, {@code disabled} or {@code deleted}
 */
public record User(
        String userID,
        Optional<String> email,
        Optional<String> phoneNumber,
        Optional<String> userName,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> company,
        List<String> roles,
        String status,
        Instant createdAt,
        Instant updatedAt) {}
