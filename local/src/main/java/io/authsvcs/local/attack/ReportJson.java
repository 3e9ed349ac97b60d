package io.authsvcs.local.attack;

import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Figure;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The report as scripts read it. */
record ReportJson(
        Instant at,
        int cores,
        long memoryMiB,
        String system,
        String java,
        String product,
        long seed,
        boolean kept,
        List<String> outstanding,
        List<Row> attacks) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param took in milliseconds */
    record Row(String name, String does, long took, boolean kept, List<String> broken, List<Figure> figures) {
        static Row of(Finding finding) {
            return new Row(
                    finding.name(),
                    finding.does(),
                    finding.took().toMillis(),
                    finding.isKept(),
                    finding.broken(),
                    finding.figures());
        }
    }

    static String of(Report report) {
        Environment environment = report.environment();
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new ReportJson(
                        environment.at(),
                        environment.cores(),
                        environment.memoryMiB(),
                        environment.system(),
                        environment.java(),
                        environment.product(),
                        report.terms().seed(),
                        report.isKept(),
                        report.outstanding().names(),
                        report.findings().stream().map(Row::of).toList()));
    }
}
