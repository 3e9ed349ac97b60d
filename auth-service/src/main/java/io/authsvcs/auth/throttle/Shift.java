package io.authsvcs.auth.throttle;

import java.time.Duration;
import java.util.Optional;

/**
 * A change of one bucket.
 *
 * @param by how much more it has to drain
 * @param most how much it may have to drain after that
 * @param promise after how long whoever comes again is to be let in; absent: nobody
 */
record Shift(String key, Duration by, Duration most, Optional<Duration> promise) {
    private static final Duration ANY = Duration.ofDays(10_000);

    static Shift charge(Bucket bucket) {
        Allowance allowance = bucket.allowance();
        // Whoever delays has had room a moment ago, and keeps nobody out.
        Duration most = bucket.scope().refuses() ? allowance.capacity() : ANY;
        return new Shift(bucket.key(), allowance.every(), most, Optional.empty());
    }

    static Shift refund(Bucket bucket) {
        return new Shift(bucket.key(), bucket.allowance().every().negated(), ANY, Optional.empty());
    }

    static Shift promise(Bucket bucket, Duration wait) {
        return new Shift(bucket.key(), Duration.ZERO, ANY, Optional.of(wait));
    }

    Shift promising(Duration wait) {
        return new Shift(key, by, most, Optional.of(wait));
    }
}
