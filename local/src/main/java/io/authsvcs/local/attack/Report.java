package io.authsvcs.local.attack;

import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Published;
import java.util.List;

/** What came of all trials of one run, and how they were held. */
public record Report(Environment environment, Terms terms, List<Finding> findings) implements Published {
    public Report {
        findings = List.copyOf(findings);
    }

    @Override
    public boolean isKept() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isKept);
    }

    @Override
    public String text() {
        return ReportText.of(this);
    }

    @Override
    public String json() {
        return ReportJson.of(this);
    }
}
