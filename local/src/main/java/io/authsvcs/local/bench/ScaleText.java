package io.authsvcs.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What validates cost by how many instances there are, and what a million of them a second would take. */
final class ScaleText {
    private static final double MILLION = 1e6;
    private static final double BATCH = 10_000;

    private ScaleText() {}

    static Stream<String> of(Measured measured) {
        return measured.scales().stream()
                .reduce((fewer, more) -> more)
                .map(most -> Stream.concat(table(measured), million(most, series(measured, most))))
                .orElseGet(Stream::empty);
    }

    private static Stream<String> table(Measured measured) {
        return Stream.of(
                        Stream.of(
                                "## By instances",
                                "",
                                "All on one machine: more of them can't serve more here, so that only what a validate costs counts.",
                                "",
                                "| instances | requests a second | CPU µs a validate | of it, gateway | instances | database |"
                                        + " statements for 10,000 |",
                                "|--:|--:|--:|--:|--:|--:|--:|"),
                        measured.scales().stream().map(scale -> row(scale, series(measured, scale))),
                        Stream.of(""))
                .flatMap(lines -> lines);
    }

    private static String row(Scale scale, Series series) {
        return Stream.of(
                        Integer.toString(scale.instances()),
                        Numbers.spread(series.rate()),
                        Numbers.spread(series.cpuInAll()),
                        Numbers.spread(series.cpu("gateway")),
                        Numbers.spread(instances(series)),
                        Numbers.spread(series.cpu("database")),
                        whole(scale.statements()))
                .reduce("|", (line, cell) -> line + " " + cell + " |");
    }

    private static Stream<String> million(Scale scale, Series series) {
        double database = series.cpu("database").median();
        return List.of(
                "## What a million validates a second would take",
                "",
                "Worked out from the line of " + scale.instances()
                        + " instances, by multiplication: a microsecond a validate is a"
                        + " processor. No run has shown it.",
                "",
                "- Gateways: " + whole(series.cpu("gateway").median())
                        + " processors, on as many machines as one likes: they" + " know nothing of each other.",
                "- Instances: " + whole(instances(series).median()) + " processors, on as many machines as one likes.",
                "- The database: " + whole(database) + " processors of one machine, and "
                        + whole(scale.statements() / BATCH * MILLION) + " statements a second.",
                "",
                "**The database breaks first**: it is the one part of which there can't be two, since a copy that is late by a"
                        + " moment would call a token valid that was revoked in it. Tokens that are asked about at the same time are"
                        + " one statement, of as many as fit; a busier cluster asks for more of them at once, and so costs the"
                        + " database less for each. Beyond one machine, sessions would have to be divided among several databases by"
                        + " their ids.",
                "")
                .stream();
    }

    private static Series series(Measured measured, Scale scale) {
        return measured.saturated().stream()
                .filter(series -> series.peer().equals(Scale.peer(scale.instances())))
                .findFirst()
                .orElseThrow();
    }

    private static Spread instances(Series series) {
        return series.spread(sample -> series.processes().stream()
                .filter(process -> process.startsWith("auth-"))
                .mapToDouble(sample::micros)
                .sum());
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
