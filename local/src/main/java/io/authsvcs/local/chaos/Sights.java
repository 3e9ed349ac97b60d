package io.authsvcs.local.chaos;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
        Instant from = clock.instant();
        last = Optional.of(from);
        Looks looks = new Looks();
        boolean shown = Deadline.in(patience, clock).await(() -> looks.show(truth));
        seen.add(new Sight(fact, shown ? Optional.of(Duration.between(from, looks.begun)) : Optional.empty()));
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

    private final class Looks {
        private Instant begun = Instant.EPOCH;

        private boolean show(Predicate<ClusterStatus> truth) {
            begun = clock.instant();
            return truth.test(look.get());
        }
    }
}
