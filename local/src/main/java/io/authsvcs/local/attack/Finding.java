package io.authsvcs.local.attack;

import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of one trial.
 *
 * @param broken the promises that were, in sentences
 */
public record Finding(String name, String does, Duration took, List<Figure> figures, List<String> broken) {
    public Finding {
        figures = List.copyOf(figures);
        broken = List.copyOf(broken);
    }

    static Finding of(Trial trial, Duration took, List<Figure> figures) {
        return new Finding(
                trial.name(),
                trial.does(),
                took,
                figures,
                figures.isEmpty()
                        ? List.of("Nothing was measured.")
                        : figures.stream()
                                .flatMap(figure -> figure.complaint().stream())
                                .toList());
    }

    /** Of a trial that could not be held to its end. */
    static Finding unheld(Trial trial, Duration took, String why) {
        return new Finding(trial.name(), trial.does(), took, List.of(), List.of("It could not be held: " + why));
    }

    Finding andBroken(String sentence) {
        return new Finding(
                name,
                does,
                took,
                figures,
                Stream.concat(broken.stream(), Stream.of(sentence)).toList());
    }

    /** Whether every promise was. */
    public boolean isKept() {
        return broken.isEmpty();
    }
}
