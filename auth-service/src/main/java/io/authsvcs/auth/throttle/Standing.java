package io.authsvcs.auth.throttle;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buckets of a try, and how full they are; those that aren't there are empty. */
record Standing(List<Bucket> buckets, Map<String, Level> levels) {
    /** How long a promise is kept for whoever doesn't come. */
    static final Duration KEPT = Duration.ofMinutes(15);

    Decision decide() {
        List<Bucket> counting = buckets.stream().filter(this::counts).toList();
        Optional<Bucket> full = counting.stream()
                .filter(bucket -> bucket.scope().refuses() && isFull(bucket))
                .max(Comparator.comparing(this::waitAt));
        return full.<Decision>map(bucket -> new Decision.Refuse(bucket.scope(), waitAt(bucket)))
                .orElseGet(() -> decide(counting));
    }

    /** A network is counted an account when it begins to try it, not each time that somebody there mistypes theirs. */
    private boolean counts(Bucket bucket) {
        return bucket.scope() != Scope.ACCOUNTS_OF_NETWORK
                || level(of(Scope.ACCOUNT_AND_NETWORK)).isAtRest();
    }

    /** What refuses has room. */
    private Decision decide(List<Bucket> counting) {
        List<Bucket> withRoom =
                counting.stream().filter(bucket -> !isFull(bucket)).toList();
        return counting.stream()
                .filter(this::isFull)
                .findFirst()
                .map(crowded -> askPatience(crowded.scope(), withRoom))
                .orElseGet(() -> new Decision.Admit(withRoom, false));
    }

    /** Whoever comes again is let in beside the crowd: however many guess, they keep nobody out. */
    private Decision askPatience(Scope scope, List<Bucket> withRoom) {
        Optional<Duration> promised =
                level(of(Scope.ACCOUNT_AND_NETWORK)).promised().filter(wait -> wait.compareTo(KEPT.negated()) > 0);
        return promised.<Decision>map(wait ->
                        wait.isPositive() ? new Decision.Refuse(scope, wait) : new Decision.Admit(withRoom, true))
                .orElseGet(() -> new Decision.Promise(scope, of(Scope.NETWORK), of(Scope.ACCOUNT_AND_NETWORK)));
    }

    private boolean isFull(Bucket bucket) {
        return waitAt(bucket).isPositive();
    }

    private Duration waitAt(Bucket bucket) {
        return bucket.allowance().waitAt(level(bucket).backlog());
    }

    private Level level(Bucket bucket) {
        return levels.getOrDefault(bucket.key(), Level.EMPTY);
    }

    private Bucket of(Scope scope) {
        return buckets.stream()
                .filter(bucket -> bucket.scope() == scope)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No bucket of " + scope + " among " + buckets));
    }
}
