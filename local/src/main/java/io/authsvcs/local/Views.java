package io.authsvcs.local;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How each of several observers sees one instance.
 *
 * @param states by the observer's name, in the order of a table; {@value #ABSENT} where it does not know the instance, and
 *     empty where it does not answer
 */
public record Views(Map<String, Optional<String>> states) {
    static final String ABSENT = "absent";
    private static final String UNKNOWN = "unknown";

    public Views {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    public static Views none() {
        return new Views(Map.of());
    }

    /** Whether there is an observer, and all of them see this state. */
    public boolean agreeOn(String state) {
        return !states.isEmpty() && states.values().stream().allMatch(Optional.of(state)::equals);
    }

    /** Whether there is an observer, and all of them see some other state; who says nothing sees nothing. */
    public boolean agreeOnOtherThan(String state) {
        return !states.isEmpty()
                && states.values().stream()
                        .allMatch(seen ->
                                seen.filter(other -> !other.equals(state)).isPresent());
    }

    /** What all see, or who sees what where they differ; empty where nobody sees anything. */
    public Optional<String> summary() {
        Set<Optional<String>> different = Set.copyOf(states.values());
        return different.size() > 1
                ? Optional.of(each())
                : different.stream().findFirst().flatMap(state -> state);
    }

    private String each() {
        return states.entrySet().stream()
                .map(view -> view.getKey() + ": "
                        + Objects.requireNonNull(view.getValue()).orElse(UNKNOWN))
                .collect(Collectors.joining(", "));
    }
}
