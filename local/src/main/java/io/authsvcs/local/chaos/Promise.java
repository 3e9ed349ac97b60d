package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Allowance;
import java.time.Duration;

/**
 * What clients may notice.
 *
 * @param allowance what they may be told meanwhile, and until the recovery is over
 * @param longest how long none of them may wait
 * @param recovery how long after it nothing is allowed any more that is not always
 */
public record Promise(Allowance allowance, Duration longest, Duration recovery) {
    static final Duration RECOVERY = Duration.ofSeconds(5);

    /** When a look at the status has to show what is so. */
    static final Duration TRUTH = Duration.ofSeconds(3);

    /** When an instance that hangs gets no requests any more. */
    static final Duration OUT = Duration.ofSeconds(2);

    private static final Duration SOON = Duration.ofSeconds(1);
    /** A client gives up after ten. */
    private static final Duration AFTER_NOBODY = Duration.ofSeconds(11);

    /** Everybody who starts takes the processors from those who serve already. */
    private static final Duration FROM_NOTHING = Duration.ofSeconds(20);
    /** A gateway gives up after five. */
    private static final Duration AFTER_A_DEADLINE = Duration.ofSeconds(6);

    private static final Duration AFTER_A_HANG = Duration.ofSeconds(2);

    Promise(Allowance allowance, Duration longest) {
        this(allowance, longest, RECOVERY);
    }

    Promise withLongest(Duration other) {
        return new Promise(allowance, other, recovery);
    }

    /** Nobody notices anything. */
    static Promise unnoticed() {
        return new Promise(Allowance.NOTHING, SOON);
    }

    /** Somebody who waited for what hangs notices it by a second. */
    static Promise unnoticedButForAHang() {
        return new Promise(Allowance.NOTHING, AFTER_A_HANG);
    }

    /** There is nobody at all for a while, who could tell so either. */
    static Promise survived() {
        return new Promise(Allowance.SILENCE, AFTER_NOBODY, FROM_NOTHING);
    }

    /** There are too many, of whom some are told so at once. */
    static Promise crowded() {
        return new Promise(Allowance.UNAVAILABILITY, AFTER_A_DEADLINE);
    }

    /** Those who could serve don't move, and whoever waits for them is told so. */
    static Promise toldOrLate() {
        return new Promise(Allowance.LATENESS, AFTER_A_DEADLINE);
    }

    /** There is nobody who could serve, and that is told. */
    static Promise told() {
        return new Promise(Allowance.UNAVAILABILITY, AFTER_A_HANG);
    }
}
