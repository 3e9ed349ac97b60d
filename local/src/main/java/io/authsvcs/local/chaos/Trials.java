package io.authsvcs.local.chaos;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every trial that there is. */
public final class Trials {
    private Trials() {}

    public static List<Trial> all() {
        return Stream.of(
                        Departures.trials(),
                        Crashes.trials(),
                        BadInstances.trials(),
                        RegistryOutages.trials(),
                        DatabaseOutages.trials(),
                        WrongClocks.trials(),
                        LostAnswers.trials(),
                        Blackouts.trials(),
                        Crowds.trials())
                .flatMap(List::stream)
                .toList();
    }

    public static Trial named(String name) {
        return all().stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        FaultKind.USAGE,
                        "chaos",
                        "There is no fault called " + name + ".",
                        "There are: " + all().stream().map(Trial::name).collect(Collectors.joining(", ")) + "."));
    }
}
