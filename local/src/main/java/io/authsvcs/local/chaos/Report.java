package io.authsvcs.local.chaos;

import io.authsvcs.local.nemesis.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What came of all trials of one run, and how they were held.
 *
 * @param nemesis what came of that; empty where it was not asked for
 */
public record Report(Environment environment, Terms terms, List<Finding> findings, Optional<Outcome> nemesis) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether every promise was. */
    public boolean isKept() {
        boolean isEmpty = findings.isEmpty() && nemesis.isEmpty();
        return !isEmpty
                && findings.stream().allMatch(Finding::isKept)
                && nemesis.stream().allMatch(Outcome::isKept);
    }

    /** For people: Markdown that can be read as it is. */
    public String text() {
        return new ReportText(this).toString();
    }

    /** For scripts: names stay, more may come; durations are in milliseconds. */
    public String json() {
        return ReportJson.of(this);
    }
}
