package io.authsvcs.local.report;

import java.util.Optional;

/**
 * Something that a trial has measured.
 *
 * @param fact with its number, a sentence without its full stop
 * @param promised what it is held against
 */
public record Figure(String fact, String promised, boolean isKept) {
    /** Empty when the promise was kept. */
    public Optional<String> complaint() {
        return isKept ? Optional.empty() : Optional.of(fact + "; " + promised + " is promised.");
    }
}
