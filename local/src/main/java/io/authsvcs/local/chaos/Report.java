package io.authsvcs.local.chaos;

import io.authsvcs.local.nemesis.Nemesis;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Outstanding;
import io.authsvcs.local.report.Published;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of all trials of one run, and how they were held.
 *
 * @param outstanding what isn't held yet
 * @param nemesis what came of that; empty where it was not asked for
 */
public record Report(
        Environment environment,
        Terms terms,
        Outstanding outstanding,
        List<Finding> findings,
        Optional<Outcome> nemesis)
        implements Published {
    public Report {
        findings = List.copyOf(findings);
    }

    /** Of a run of which nothing is held yet. */
    public static Report ofNothing(Environment environment, Terms terms, List<String> names) {
        return new Report(environment, terms, new Outstanding(names), List.of(), Optional.empty());
    }

    /** The same with what came of one trial more. */
    public Report with(Finding finding) {
        List<Finding> all = Stream.concat(findings.stream(), Stream.of(finding)).toList();
        return new Report(environment, terms, outstanding.without(finding.name()), all, nemesis);
    }

    /** The same with what came of the nemesis. */
    public Report with(Outcome outcome) {
        return new Report(environment, terms, outstanding.without(Nemesis.NAME), findings, Optional.of(outcome));
    }

    @Override
    public boolean isKept() {
        boolean isEmpty = findings.isEmpty() && nemesis.isEmpty();
        return !isEmpty
                && outstanding.isEmpty()
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
