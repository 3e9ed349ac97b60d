package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Failure;
import io.authsvcs.local.load.Operation;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of all trials, then each with its figures. */
final class ReportText {
    private static final String UNKNOWN = "–";
    private static final int WORST_MOMENTS = 5;

    private final StringBuilder text = new StringBuilder();

    ReportText(Report report) {
        line("# Faults under load");
        line("");
        machine(report.environment());
        report.outstanding().lines().forEach(this::line);
        if (!report.findings().isEmpty()) {
            load(report.terms());
            table(report.findings());
            report.findings().forEach(this::section);
        }
        report.nemesis().ifPresent(outcome -> text.append(NemesisText.of(outcome)));
    }

    private void machine(Environment environment) {
        line(environment.text());
        line("");
    }

    private void load(Terms terms) {
        line(terms.rate() + " requests a second by a schedule that waits for no answer, at most " + terms.logins()
                + " logins a second among them, " + terms.warmUp() + " requests to warm up, seed " + terms.seed()
                + ". Latencies count from the moment that a request was due. Before each fault the load runs until nobody"
                + " waits for " + Practice.LONG.toMillis() + " ms: what has just started is slow, which no fault is to"
                + " blame for.");
        line("");
    }

    private void table(List<Finding> findings) {
        line("| fault | requests | failures | p50 ms | p99 ms | worst ms | promised ms | truth in status s | logins"
                + " answered | in audit | promises |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        findings.forEach(this::row);
        line("");
    }

    private void row(Finding finding) {
        Count count = finding.count();
        line(List.of(
                        finding.name(),
                        count.requests() + "",
                        count.failures() + "",
                        millis(count.p50()),
                        millis(count.p99()),
                        millis(count.worst()),
                        millis(finding.promisedLongest()),
                        finding.truthAfter().map(ReportText::seconds).orElse(UNKNOWN),
                        finding.loginsAnswered() + "",
                        finding.loginsInAudit().map(String::valueOf).orElse(UNKNOWN),
                        finding.isKept() ? "kept" : "BROKEN")
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void section(Finding finding) {
        line("## " + finding.name() + ": " + finding.does());
        line("");
        finding.broken().forEach(sentence -> line("- BROKEN: " + sentence));
        finding.sights().forEach(this::sight);
        finding.figures().forEach(this::figure);
        finding.count().byStatus().forEach(this::statuses);
        line("- the longest waits, by the 100 ms in which they began: " + worstMoments(finding.count()));
        finding.warmUp().examples().forEach(failure -> example("before anything was done", failure));
        finding.count().examples().forEach(failure -> example("after " + seconds(failure.since()) + " s", failure));
        line("");
    }

    private void sight(Sight sight) {
        line("- in status: " + sight.fact() + ", "
                + sight.after().map(after -> "after " + seconds(after) + " s").orElse("never"));
    }

    private void figure(Figure figure) {
        line("- measured: " + figure.fact() + " (promised: " + figure.promised() + ")");
    }

    private void statuses(Operation operation, Map<String, Long> counts) {
        line("- " + operation.label() + ": "
                + counts.entrySet().stream()
                        .map(count -> count.getKey() + " × " + count.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private void example(String when, Failure failure) {
        line("- failure " + when + ": "
                + failure.operation().label() + ", " + failure.label() + ", " + failure.why()
                + (failure.body().isEmpty() ? "" : ": `" + failure.body().replace('`', '\'') + "`"));
    }

    private static String worstMoments(Count count) {
        return count.worstByMoment().entrySet().stream()
                .sorted(Map.Entry.<Duration, Duration>comparingByValue().reversed())
                .limit(WORST_MOMENTS)
                .map(moment -> millis(moment.getValue()) + " ms at " + seconds(moment.getKey()) + " s")
                .collect(Collectors.joining(", "));
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
