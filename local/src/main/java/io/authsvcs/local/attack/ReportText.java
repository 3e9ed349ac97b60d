package io.authsvcs.local.attack;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.report.Figure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of all trials, then each with its figures. */
final class ReportText {
    private ReportText() {}

    static String of(Report report) {
        return Stream.of(
                        Stream.of(
                                "# An attacked cluster",
                                "",
                                report.environment().text(),
                                "",
                                "Seed " + report.terms().seed() + ".",
                                ""),
                        report.outstanding().lines(),
                        table(report.findings()),
                        report.findings().stream().flatMap(ReportText::section))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private static Stream<String> table(List<Finding> findings) {
        return Stream.concat(
                Stream.concat(
                        Stream.of("| attack | took | measured | broken | promises |", "|---|--:|--:|--:|---|"),
                        findings.stream().map(ReportText::row)),
                Stream.of(""));
    }

    private static String row(Finding finding) {
        return Stream.of(
                        finding.name(),
                        Quantities.seconds(finding.took()),
                        String.valueOf(finding.figures().size()),
                        String.valueOf(finding.broken().size()),
                        finding.isKept() ? "kept" : "BROKEN")
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static Stream<String> section(Finding finding) {
        return Stream.of(
                        Stream.of("## " + finding.name() + ": " + finding.does(), ""),
                        finding.broken().stream().map(sentence -> "- BROKEN: " + sentence),
                        finding.figures().stream().map(ReportText::line),
                        Stream.of(""))
                .flatMap(lines -> lines);
    }

    private static String line(Figure figure) {
        return "- measured: " + figure.fact() + " (promised: " + figure.promised() + ")";
    }
}
