package io.authsvcs.local.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which events.
 *
 * @param user of whom, by id; everybody's without
 * @param action of which kind, for example {@code login}; every kind without
 */
public record AuditFilter(Optional<String> user, Optional<String> action) {
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        user.ifPresent(id -> query.put("user", id));
        action.ifPresent(kind -> query.put("action", kind));
        return query;
    }
}
