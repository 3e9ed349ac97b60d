package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Failure;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The report as scripts read it. */
record ReportJson(
        Instant at,
        int cores,
        long memoryMiB,
        String system,
        String java,
        String product,
        int rate,
        int logins,
        int warmUp,
        long seed,
        boolean kept,
        List<String> outstanding,
        List<Row> faults,
        Optional<NemesisJson> nemesis) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Row(
            String name,
            String does,
            boolean kept,
            List<String> broken,
            long requests,
            long failures,
            Map<String, Map<String, Long>> statuses,
            List<Example> examplesOfWarmUp,
            List<Example> examples,
            double p50,
            double p99,
            double worst,
            double promised,
            Map<Long, Double> worstByMoment,
            List<Seen> status,
            List<Figure> figures,
            long loginsAnswered,
            Optional<Long> loginsInAudit) {
        static Row of(Finding finding) {
            Count count = finding.count();
            return new Row(
                    finding.name(),
                    finding.does(),
                    finding.isKept(),
                    finding.broken(),
                    count.requests(),
                    count.failures(),
                    statuses(count),
                    examples(finding.warmUp()),
                    examples(count),
                    millis(count.p50()),
                    millis(count.p99()),
                    millis(count.worst()),
                    millis(finding.promisedLongest()),
                    worst(count),
                    finding.sights().stream()
                            .map(sight -> new Seen(sight.fact(), sight.after().map(ReportJson::millis)))
                            .toList(),
                    finding.figures(),
                    finding.loginsAnswered(),
                    finding.loginsInAudit());
        }

        private static List<Example> examples(Count count) {
            return count.examples().stream().map(Example::of).toList();
        }

        private static Map<String, Map<String, Long>> statuses(Count count) {
            Map<String, Map<String, Long>> statuses = new TreeMap<>();
            count.byStatus().forEach((operation, labels) -> statuses.put(operation.label(), labels));
            return statuses;
        }

        private static Map<Long, Double> worst(Count count) {
            Map<Long, Double> worst = new TreeMap<>();
            count.worstByMoment().forEach((moment, latency) -> worst.put(moment.toMillis(), millis(latency)));
            return worst;
        }
    }

    /** @param after milliseconds since the load was warm */
    record Example(long after, String operation, String status, String why, String body) {
        static Example of(Failure failure) {
            return new Example(
                    failure.since().toMillis(),
                    failure.operation().label(),
                    failure.label(),
                    failure.why(),
                    failure.body());
        }
    }

    /** @param after milliseconds; null when it was never seen */
    record Seen(String fact, Optional<Double> after) {}

    static String of(Report report) {
        Environment environment = report.environment();
        Terms terms = report.terms();
        ReportJson json = new ReportJson(
                environment.at(),
                environment.cores(),
                environment.memoryMiB(),
                environment.system(),
                environment.java(),
                environment.product(),
                terms.rate(),
                terms.logins(),
                terms.warmUp(),
                terms.seed(),
                report.isKept(),
                report.outstanding().names(),
                report.findings().stream().map(Row::of).toList(),
                report.nemesis().map(NemesisJson::of));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
