package io.authsvcs.local.bench;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who can be measured. */
public enum Contestant {
    GATEWAY,
    INSTANCE,
    BARE,
    LOGIN,
    NGINX,
    KEYCLOAK,
    MICRO,
    SCALE,
    GROWTH;

    /** As the command line and reports have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Contestant named(String word) {
        return Arrays.stream(values())
                .filter(contestant -> contestant.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        FaultKind.USAGE,
                        "bench",
                        "There is nobody called " + word + " to compare with.",
                        "There are: " + all().stream().map(Contestant::word).collect(Collectors.joining(", ")) + "."));
    }

    /** Those who are there at once, and need little warmth. */
    public static List<Contestant> usual() {
        return List.of(GATEWAY, INSTANCE, BARE);
    }

    /** All but those that take many minutes of a disk or a memory: who wants them names them. */
    public static List<Contestant> usuallyReported() {
        return all().stream()
                .filter(contestant -> contestant != GROWTH && contestant != SCALE)
                .toList();
    }

    public static List<Contestant> all() {
        return List.of(values());
    }
}
