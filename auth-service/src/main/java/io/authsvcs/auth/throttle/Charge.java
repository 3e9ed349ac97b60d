package io.authsvcs.auth.throttle;

import java.time.Duration;
import java.util.List;

/**
 * What a try was charged.
 *
 * @param promised whether it was let in because it had been told to come again
 */
public record Charge(List<Bucket> buckets, boolean promised) {
    /** Of whoever is exempt. */
    public static final Charge NONE = new Charge(List.of(), false);

    /** Whether it came from a browser that the account's owner has logged in with before. */
    public boolean isOfKnownDevice() {
        return buckets.stream().anyMatch(bucket -> bucket.scope() == Scope.DEVICE);
    }

    /** What makes it as if the try had not been. */
    List<Shift> undoing() {
        return buckets.stream().map(this::undoing).toList();
    }

    List<Shift> refunding() {
        return buckets.stream().map(Shift::refund).toList();
    }

    private Shift undoing(Bucket bucket) {
        Shift refund = Shift.refund(bucket);
        return promised && bucket.scope() == Scope.ACCOUNT_AND_NETWORK ? refund.promising(Duration.ZERO) : refund;
    }
}
