package io.authsvcs.local.attack;

import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What answers about people of several kinds looked like, and how long they took. */
final class Comparison {
    private final String of;
    private final Map<Whom, List<Duration>> times = new EnumMap<>(Whom.class);
    private final Map<Appearance, Map<Whom, Integer>> appearances = new HashMap<>();

    Comparison(String of) {
        this.of = of;
    }

    void add(Whom whom, Appearance appearance, Duration time) {
        times.computeIfAbsent(whom, any -> new ArrayList<>()).add(time);
        appearances
                .computeIfAbsent(appearance, any -> new EnumMap<>(Whom.class))
                .merge(whom, 1, Integer::sum);
    }

    List<Figure> figures() {
        return Stream.concat(Stream.of(alike()), likenesses()).toList();
    }

    /** Status, headers and body. */
    Figure alike() {
        return new Figure(
                of + ": " + total() + " answers, of whom " + kinds() + ", looked " + appearances.size() + " ways"
                        + (appearances.size() > 1 ? ": " + differences() : " (" + statuses() + ")"),
                "one, whoever was asked about",
                appearances.size() == 1 && times.size() > 1);
    }

    private Stream<Figure> likenesses() {
        List<Duration> unknown = times.getOrDefault(Whom.UNKNOWN, List.of());
        return times.entrySet().stream()
                .filter(other -> other.getKey() != Whom.UNKNOWN)
                .map(other -> new Likeness(
                                of + ", unknown and " + other.getKey().label(), unknown, other.getValue())
                        .figure());
    }

    private int total() {
        return times.values().stream().mapToInt(List::size).sum();
    }

    private String kinds() {
        return times.entrySet().stream()
                .map(kind -> kind.getValue().size() + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private String statuses() {
        return appearances.keySet().stream()
                .map(appearance -> String.valueOf(appearance.status()))
                .collect(Collectors.joining(", "));
    }

    private String differences() {
        return appearances.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining("; "));
    }
}
