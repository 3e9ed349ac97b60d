package io.authsvcs.local.chaos;

import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Published;
import java.util.List;
import java.util.Optional;

/**
 * What came of all trials of one run, and how they were held.
 *
 * @param nemesis what came of that; empty where it was not asked for
 */
public record Report(Environment environment, Terms terms, List<Finding> findings, Optional<Outcome> nemesis)
        implements Published {
    public Report {
        findings = List.copyOf(findings);
    }

    @Override
    public boolean isKept() {
        boolean isEmpty = findings.isEmpty() && nemesis.isEmpty();
        return !isEmpty
                && findings.stream().allMatch(Finding::isKept)
                && nemesis.stream().allMatch(Outcome::isKept);
    }

    @Override
    public String text() {
        return new ReportText(this).toString();
    }

    @Override
    public String json() {
        return ReportJson.of(this);
    }
}
