package io.authsvcs.local.importing;

/** A line of a file, by its number, the first being 1. */
sealed interface Line {
    long number();

    /** Without its end. */
    record Whole(long number, String text) implements Line {
        boolean isBlank() {
            return text.isEmpty();
        }
    }

    /** One that no call can carry. */
    record Unfit(long number, String reason) implements Line {}
}
