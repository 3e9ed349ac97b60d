package io.authsvcs.local.bench;

import io.authsvcs.local.report.Environment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The report as scripts read it, {@link Recorded} among them. */
record ReportJson(
        Instant at,
        int cores,
        long memoryMiB,
        String system,
        String java,
        String product,
        boolean kept,
        List<WarmthRow> warmUps,
        int rounds,
        long round,
        List<RatioRow> ratios,
        List<LimitRow> limits,
        List<PeerRow> peers,
        List<PeerRow> steady,
        Optional<Spread> hashMicros,
        List<Scale> scales,
        List<Micro> micros,
        List<FootprintRow> footprints,
        List<LeftOut> leftOut,
        List<String> settings) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record RatioRow(
            String name, String of, double value, double least, double most, String aim, double target, boolean met) {
        static RatioRow of(Ratio ratio) {
            return new RatioRow(
                    ratio.name(),
                    ratio.of(),
                    ratio.value(),
                    ratio.measured().least(),
                    ratio.measured().most(),
                    ratio.aim().words(),
                    ratio.target(),
                    ratio.isMet());
        }
    }

    record LimitRow(String name, String of, Spread measured, double most, String unit, boolean met) {
        static LimitRow of(Limit limit) {
            return new LimitRow(limit.name(), limit.of(), limit.measured(), limit.most(), limit.unit(), limit.isMet());
        }
    }

    /** @param took in milliseconds */
    record WarmthRow(String peer, long served, long took, boolean warm) {
        static WarmthRow of(Warmth warmth) {
            return new WarmthRow(warmth.peer(), warmth.served(), warmth.length().toMillis(), warmth.isWarm());
        }
    }

    /**
     * @param p50 in milliseconds, as the next two
     * @param cpu microseconds a request, of each process
     */
    record PeerRow(
            String name,
            String does,
            int connections,
            Spread requestsASecond,
            Spread p50,
            Spread p99,
            Spread p999,
            Spread cpuInAll,
            Map<String, Spread> cpu,
            Spread cpuOfLoad,
            long failed,
            Spread processorsOfOthers) {
        static PeerRow of(Series series) {
            Map<String, Spread> cpu = new LinkedHashMap<>();
            series.processes().forEach(process -> cpu.put(process, series.cpu(process)));
            return new PeerRow(
                    series.peer(),
                    series.does(),
                    series.connections(),
                    series.rate(),
                    series.p50(),
                    series.p99(),
                    series.p999(),
                    series.cpuInAll(),
                    cpu,
                    series.cpuOfLoad(),
                    series.failed(),
                    series.processorsOfOthers());
        }
    }

    /**
     * @param ready in milliseconds, as the next
     * @param idle bytes, as the next
     */
    record FootprintRow(String process, long ready, long cpu, Resident idle, Resident loaded) {
        static FootprintRow of(Footprint footprint) {
            return new FootprintRow(
                    footprint.process(),
                    footprint.ready().toMillis(),
                    footprint.cpu().toMillis(),
                    footprint.idle(),
                    footprint.loaded());
        }
    }

    static String of(Report report) {
        Environment environment = report.environment();
        Terms terms = report.terms();
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new ReportJson(
                        environment.at(),
                        environment.cores(),
                        environment.memoryMiB(),
                        environment.system(),
                        environment.java(),
                        environment.product(),
                        report.isKept(),
                        report.measured().warmths().stream().map(WarmthRow::of).toList(),
                        terms.rounds(),
                        terms.round().toMillis(),
                        report.ratios().stream().map(RatioRow::of).toList(),
                        report.limits().stream().map(LimitRow::of).toList(),
                        report.measured().saturated().stream().map(PeerRow::of).toList(),
                        report.measured().steady().stream().map(PeerRow::of).toList(),
                        report.measured().hash(),
                        report.measured().scales(),
                        report.measured().micros(),
                        report.measured().footprints().stream()
                                .map(FootprintRow::of)
                                .toList(),
                        report.leftOut(),
                        report.settings()));
    }
}
