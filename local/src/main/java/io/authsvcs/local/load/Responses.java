package io.authsvcs.local.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a flood was answered. */
public record Responses(List<Response> all) {
    public Responses {
        all = List.copyOf(all);
    }

    public static Responses none() {
        return new Responses(List.of());
    }

    public Responses and(Responses others) {
        return new Responses(Stream.concat(all.stream(), others.all().stream()).toList());
    }

    /** Those that came from one moment on and before another, from the beginning of the flood. */
    public Responses between(Duration from, Duration to) {
        return that(
                response -> response.at().compareTo(from) >= 0 && response.at().compareTo(to) < 0);
    }

    public Responses served() {
        return that(Response::isServed);
    }

    public Responses refused() {
        return that(Response::isRefused);
    }

    /** Neither served nor refused as they may be. */
    public Responses others() {
        return that(response -> !response.isServed() && !response.isRefused());
    }

    /** Of the others those that were told by 504 that nobody had answered in time. */
    public Responses late() {
        return that(Response::isLate);
    }

    public int size() {
        return all.size();
    }

    /** See {@link Ranks}; {@code percent} is from 0 to 100. */
    public Duration percentile(double percent) {
        return Ranks.percentile(all.stream().map(Response::latency), percent);
    }

    /** For example {@code 200 × 97, lost × 3}. */
    public String byStatus() {
        Map<Integer, Long> counts =
                all.stream().collect(Collectors.groupingBy(Response::status, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> (count.getKey() == 0 ? "lost" : count.getKey()) + " × " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private Responses that(Predicate<Response> fact) {
        return new Responses(all.stream().filter(fact).toList());
    }
}
