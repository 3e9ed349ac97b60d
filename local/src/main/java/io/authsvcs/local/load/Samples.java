package io.authsvcs.local.load;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Some requests of a load, each with how it ended. */
public record Samples(List<Sample> all) {
    public Samples {
        all = List.copyOf(all);
    }

    /** Those that were told that nobody could serve, in a sentence that has these words. */
    public Samples refusedWith(String words) {
        return that(sample -> sample.ending() instanceof Ending.Unavailable(boolean saysSo, String excerpt)
                && saysSo
                && excerpt.contains(words));
    }

    public Samples asPromised() {
        return that(sample -> sample.ending() instanceof Ending.AsPromised);
    }

    public int size() {
        return all.size();
    }

    /** See {@link Ranks}; {@code percent} is from 0 to 100. */
    public Duration percentile(double percent) {
        return Ranks.percentile(all.stream().map(Sample::latency), percent);
    }

    private Samples that(Predicate<Sample> fact) {
        return new Samples(all.stream().filter(fact).toList());
    }
}
