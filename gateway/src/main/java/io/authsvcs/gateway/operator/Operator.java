package io.authsvcs.gateway.operator;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Somebody of whom an instance has said that they are one. */
record Operator(String subject) {
    private static final Set<String> ROLES = Set.of("operator", "admin");

    /** By the headers of an answer with status 200 to GET /v1/auth/verify. */
    static Optional<Operator> of(HttpHeaders verified) {
        return Optional.ofNullable(verified.getFirst("X-Auth-Roles"))
                .filter(roles -> Arrays.stream(roles.split(",", -1)).anyMatch(ROLES::contains))
                .flatMap(roles -> Optional.ofNullable(verified.getFirst("X-Auth-User-Id")))
                .map(Operator::new);
    }
}
