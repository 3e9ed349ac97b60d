package io.authsvcs.local.chaos;

import java.util.List;

/** What came of all trials of one run, and how they were held. */
public record Report(Environment environment, Terms terms, List<Finding> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether every promise was. */
    public boolean isKept() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isKept);
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
