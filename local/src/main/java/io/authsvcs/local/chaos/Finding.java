package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of one trial.
 *
 * @param warmUp what was counted before anything was done
 * @param count what was counted since
 * @param figures what the trial has measured
 * @param loginsAnswered warm-up included, as the audit trail has them
 * @param loginsInAudit empty when the trail could not be read
 * @param broken the promises that were, in sentences
 */
public record Finding(
        String name,
        String does,
        Duration promisedLongest,
        Count warmUp,
        Count count,
        List<Sight> sights,
        List<Figure> figures,
        long loginsAnswered,
        Optional<Long> loginsInAudit,
        List<String> broken) {
    public Finding {
        sights = List.copyOf(sights);
        figures = List.copyOf(figures);
        broken = List.copyOf(broken);
    }

    static Finding of(Trial trial, Promise promise, Evidence evidence) {
        return new Finding(
                trial.name(),
                trial.does(),
                promise.longest(),
                evidence.warmUp(),
                evidence.count(),
                evidence.sights(),
                evidence.figures(),
                evidence.count().loginsAnswered() + evidence.warmUp().loginsAnswered(),
                evidence.loginsInAudit(),
                new Judge(promise).broken(evidence));
    }

    /** Of a trial that could not even begin. */
    static Finding unheld(Trial trial, String why) {
        Count nothing = new Tally(trial.promise().allowance()).count();
        return new Finding(
                trial.name(),
                trial.does(),
                trial.promise().longest(),
                nothing,
                nothing,
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                List.of("It could not be held: " + why));
    }

    Finding andBroken(String sentence) {
        List<String> all = new ArrayList<>(broken);
        all.add(sentence);
        return new Finding(
                name, does, promisedLongest, warmUp, count, sights, figures, loginsAnswered, loginsInAudit, all);
    }

    /** Whether every promise was. */
    public boolean isKept() {
        return broken.isEmpty();
    }

    /** When the status showed the truth at last; empty when it once did not, or nothing was to be seen. */
    public Optional<Duration> truthAfter() {
        return sights.stream().allMatch(sight -> sight.after().isPresent())
                ? sights.stream().flatMap(sight -> sight.after().stream()).max(Duration::compareTo)
                : Optional.empty();
    }
}
