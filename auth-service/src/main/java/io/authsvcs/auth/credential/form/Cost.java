package io.authsvcs.auth.credential.form;

/**
 * What trying one password takes.
 *
 * @param memoryKib KiB at once
 * @param milliseconds of one core of 2025, roughly: to tell a second from an hour
 */
public record Cost(long memoryKib, long milliseconds) {
    static final Cost NEXT_TO_NOTHING = new Cost(0, 0);

    /** Whether neither is more than this. */
    public boolean isWithin(Cost limit) {
        return memoryKib <= limit.memoryKib && milliseconds <= limit.milliseconds;
    }
}
