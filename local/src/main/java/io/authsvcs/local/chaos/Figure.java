package io.authsvcs.local.chaos;

/**
 * Something that a trial has measured beside what is measured in all of them.
 *
 * @param fact with its number, a sentence without its full stop
 * @param promised what it is held against
 */
public record Figure(String fact, String promised, boolean isKept) {
    String complaint() {
        return fact + "; " + promised + " is promised.";
    }
}
