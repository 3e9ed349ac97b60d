package io.authsvcs.local.attack;

import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Outstanding;
import io.authsvcs.local.report.Published;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of all trials of one run, and how they were held.
 *
 * @param outstanding what isn't held yet
 */
public record Report(Environment environment, Terms terms, Outstanding outstanding, List<Finding> findings)
        implements Published {
    public Report {
        findings = List.copyOf(findings);
    }

    /** Of a run of which nothing is held yet. */
    public static Report ofNothing(Environment environment, Terms terms, List<String> names) {
        return new Report(environment, terms, new Outstanding(names), List.of());
    }

    /** The same with what came of one trial more. */
    public Report with(Finding finding) {
        return new Report(
                environment,
                terms,
                outstanding.without(finding.name()),
                Stream.concat(findings.stream(), Stream.of(finding)).toList());
    }

    @Override
    public boolean isKept() {
        return !findings.isEmpty() && outstanding.isEmpty() && findings.stream().allMatch(Finding::isKept);
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
