package io.authsvcs.local.chaos;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at the status until it shows what is so, and writes down how long that took, and what else was amiss. */
final class Sights {
    private final Supplier<ClusterStatus> look;
    private final InstantSource clock;
    private final Duration patience;
    private final List<Sight> seen = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile Optional<Instant> last = Optional.empty();

    /** @param patience for how long it is looked at: beyond what is promised, to know how much later it was */
    Sights(Supplier<ClusterStatus> look, InstantSource clock, Duration patience) {
        this.look = look;
        this.clock = clock;
        this.patience = patience;
    }

    /** It is so from now on. */
    void expect(String fact, Predicate<ClusterStatus> truth) {
        expect(fact, Promise.TRUTH, () -> truth.test(look.get()));
    }

    /** It is so from now on, and is promised to show elsewhere than in the status. */
    void expect(String fact, Duration within, BooleanSupplier truth) {
        Instant from = clock.instant();
        last = Optional.of(from);
        boolean shown = Deadline.in(patience, clock).await(truth);
        Duration after = Duration.between(from, clock.instant());
        seen.add(new Sight(fact, within, shown ? Optional.of(after) : Optional.empty()));
    }

    /** Since when the last of all that was expected is so; empty while nothing was. */
    Optional<Instant> lastFrom() {
        return last;
    }

    /** Something beside the status was not as it must be: a whole sentence. */
    void complain(String sentence) {
        complaints.add(sentence);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    List<Sight> seen() {
        return List.copyOf(seen);
    }
}
