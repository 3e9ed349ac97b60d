package io.authsvcs.local.bench;

import io.authsvcs.local.console.Quantities;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is aimed at comes first, then what it was worked out from. */
final class ReportText {
    private ReportText() {}

    static String of(Report report) {
        return Stream.of(
                        Stream.of("# Performance", "", report.environment().text(), "", method(report.terms()), ""),
                        targets(report),
                        peers("## At saturation", report.measured().saturated()),
                        peers(
                                "## Asked half as often, by a schedule",
                                report.measured().steady()),
                        hash(report.measured()),
                        processes("", report.measured().saturated()),
                        processes(", asked half as often", report.measured().steady()),
                        ScaleText.of(report.measured()),
                        micros(report.measured().micros()),
                        footprints(report.measured().footprints()),
                        warmths(report.measured().warmths()),
                        list("Left out", report.leftOut().stream().map(ReportText::line)),
                        list("How they are set up", report.settings().stream()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String method(Terms terms) {
        return "Made by `./authctl bench`. Each peer answers wrk (one thread with 32 connections, 8 for logins, which asks again on each connection as"
                + " soon as it is answered) for " + terms.round().toSeconds() + " s in each of " + terms.rounds()
                + " rounds, one peer after the other. As many requests come first, not counted, as it takes until they"
                + " are served no faster: " + terms.warmUp() + " at least, and "
                + terms.longestWarmUp().toSeconds()
                + " s of them at most. A figure is the median of"
                + " the rounds, with the least and the most. Processor time is that of each process and its children (utime"
                + " and stime of /proc), divided by the requests that were served; that of the load is told apart. Half as often is half of what a peer has just served at"
                + " saturation, by one thread with 64 connections that no answer slows down: a latency counts from the moment when the"
                + " request was due, and has up to 0.2 ms in which that thread had not yet looked. Processors of others are"
                + " those that somebody else had meanwhile: where that is not near 0, requests a second and latencies say less of"
                + " the peer than of the machine.";
    }

    private static Stream<String> targets(Report report) {
        return table(
                "## What is aimed at: ratios of medians of this run, and limits",
                "| what | measured | wanted | |",
                "|---|--:|--:|---|",
                Stream.concat(
                        report.ratios().stream().map(ReportText::row),
                        report.limits().stream().map(ReportText::row)));
    }

    private static String row(Limit limit) {
        return row(
                limit.of(),
                Numbers.spread(limit.measured()) + " " + limit.unit(),
                Ratio.Aim.AT_MOST.words() + " " + Math.round(limit.most()) + " " + limit.unit(),
                verdict(limit.isMet()));
    }

    private static String verdict(boolean isMet) {
        return isMet ? "met" : "NOT MET";
    }

    private static String row(Ratio ratio) {
        return row(
                ratio.of(),
                Numbers.spread(ratio.measured()),
                ratio.aim().words() + " " + Numbers.ratio(ratio.target()),
                verdict(ratio.isMet()));
    }

    private static Stream<String> peers(String title, List<Series> series) {
        return table(
                title,
                "| peer | what | requests a second | p50, ms | p99, ms | p99.9, ms | CPU µs a request | CPU µs of the load | failed |"
                        + " processors of others |",
                "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
                series.stream()
                        .map(each -> row(
                                each.peer(),
                                each.does(),
                                Numbers.spread(each.rate()),
                                Numbers.spread(each.p50()),
                                Numbers.spread(each.p99()),
                                Numbers.spread(each.p999()),
                                each.processes().isEmpty() ? "" : Numbers.spread(each.cpuInAll()),
                                each.processes().isEmpty() ? "" : Numbers.spread(each.cpuOfLoad()),
                                Long.toString(each.failed()),
                                each.processes().isEmpty() ? "" : Numbers.spread(each.processorsOfOthers()))));
    }

    private static Stream<String> processes(String when, List<Series> series) {
        return table(
                "## Processor time a request, by process" + when,
                "| peer | process | CPU µs a request |",
                "|---|---|--:|",
                series.stream()
                        .flatMap(each -> each.processes().stream()
                                .map(process -> row(each.peer(), process, Numbers.spread(each.cpu(process))))));
    }

    private static Stream<String> hash(Measured measured) {
        return measured.hash().stream()
                .flatMap(hash ->
                        Stream.of("One password hash alone takes " + Numbers.spread(hash) + " µs of a processor.", ""));
    }

    private static Stream<String> micros(List<Micro> micros) {
        return table(
                "## Steps, each by itself",
                "| step | ns each time |",
                "|---|--:|",
                micros.stream().map(each -> row(each.name(), Numbers.spread(each.nanos()))));
    }

    private static Stream<String> footprints(List<Footprint> footprints) {
        return table(
                "## Start and footprint",
                "| process | from start to ready | CPU until ready | idle: Pss | Rss | after load: Pss | Rss |",
                "|---|--:|--:|--:|--:|--:|--:|",
                footprints.stream()
                        .map(each -> row(
                                each.process(),
                                Quantities.seconds(each.ready()),
                                Quantities.seconds(each.cpu()),
                                Quantities.bytes(each.idle().share()),
                                Quantities.bytes(each.idle().whole()),
                                Quantities.bytes(each.loaded().share()),
                                Quantities.bytes(each.loaded().whole()))));
    }

    private static Stream<String> warmths(List<Warmth> warmths) {
        return table(
                "## Warm-up",
                "| peer | requests | for | then |",
                "|---|--:|--:|---|",
                warmths.stream()
                        .map(each -> row(
                                each.peer(),
                                Long.toString(each.served()),
                                Quantities.seconds(each.length()),
                                each.isWarm() ? "no faster" : "STILL GETTING FASTER, or too few")));
    }

    private static String line(LeftOut leftOut) {
        return "**" + leftOut.peer() + "**: " + leftOut.why() + " " + leftOut.cure();
    }

    private static Stream<String> table(String title, String head, String rule, Stream<String> rows) {
        List<String> lines = rows.toList();
        return lines.isEmpty()
                ? Stream.empty()
                : Stream.of(Stream.of(title, "", head, rule), lines.stream(), Stream.of(""))
                        .flatMap(each -> each);
    }

    private static Stream<String> list(String title, Stream<String> sentences) {
        List<String> lines = sentences.map(sentence -> "- " + sentence).toList();
        return lines.isEmpty()
                ? Stream.empty()
                : Stream.of(Stream.of("## " + title, ""), lines.stream(), Stream.of(""))
                        .flatMap(each -> each);
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
