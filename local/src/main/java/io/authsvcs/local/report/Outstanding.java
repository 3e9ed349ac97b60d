package io.authsvcs.local.report;

import java.util.List;
import java.util.stream.Stream;

/** The trials of a run that were asked for and aren't held yet, by their names. */
public record Outstanding(List<String> names) {
    public Outstanding {
        names = List.copyOf(names);
    }

    public Outstanding without(String name) {
        return new Outstanding(
                names.stream().filter(other -> !other.equals(name)).toList());
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** For people: no line where there are none. */
    public Stream<String> lines() {
        return isEmpty() ? Stream.empty() : Stream.of("**Not held yet: " + String.join(", ", names) + ".**", "");
    }
}
