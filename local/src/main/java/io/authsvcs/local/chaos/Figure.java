package io.authsvcs.local.chaos;

import java.util.Optional;

/**
 * Something that a trial has measured beside what is measured in all of them.
 *
 * @param fact with its number, a sentence without its full stop
 * @param promised what it is held against
 */
public record Figure(String fact, String promised, boolean isKept) {
    /** Empty when the promise was kept. */
    Optional<String> complaint() {
        return isKept ? Optional.empty() : Optional.of(fact + "; " + promised + " is promised.");
    }
}
