package io.authsvcs.local.attack;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.List;
import java.util.stream.Collectors;

/** Every trial that there is. */
public final class Trials {
    private Trials() {}

    public static List<Trial> all() {
        return List.of(
                Timing.trial(),
                Guessing.trial(),
                Stuffing.trial(),
                Intrusion.trial(),
                Slowness.trial(),
                Spoilt.trial(),
                KeyRotation.trial(),
                WrongClocks.trial(),
                Disclosure.trial());
    }

    public static Trial named(String name) {
        return all().stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        FaultKind.USAGE,
                        "attack",
                        "There is no attack called " + name + ".",
                        "There are: " + all().stream().map(Trial::name).collect(Collectors.joining(", ")) + "."));
    }
}
