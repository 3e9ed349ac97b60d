package io.authsvcs.auth.throttle;

import java.time.Duration;
import java.util.List;

/** What becomes of a try. */
sealed interface Decision {
    /**
     * It is looked at, and counts for these.
     *
     * @param promised whether it would have been told to come again, had it not come again
     */
    record Admit(List<Bucket> buckets, boolean promised) implements Decision {}

    /**
     * It comes too soon.
     *
     * @param delay after which it may do better
     */
    record Refuse(Scope scope, Duration delay) implements Decision {}

    /**
     * It is told to come again, and will be admitted then.
     *
     * @param network which pays for it, so that nobody is promised more than may be tried
     * @param holder whose row the promise is kept in
     */
    record Promise(Scope scope, Bucket network, Bucket holder) implements Decision {}
}
