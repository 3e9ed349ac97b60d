package io.authsvcs.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Every limit that there is, of what was measured. */
final class Limits {
    private static final double MEGABYTE = 1e6;
    private static final double MOST_MEMORY = 700;

    private Limits() {}

    static List<Limit> of(Measured measured) {
        return Stream.of(
                        start(
                                "first-login",
                                "from the start of the cluster's processes to the first login",
                                measured,
                                FirstLogin::length,
                                10),
                        start(
                                "first-login-cpu",
                                "processor time of all of them until then",
                                measured,
                                FirstLogin::cpu,
                                20),
                        memory(
                                "resident-idle",
                                "resident in all (Pss), before any load",
                                measured,
                                footprint -> footprint.idle().share()),
                        memory(
                                "resident-loaded",
                                "resident in all (Pss), after all rounds",
                                measured,
                                footprint -> footprint.loaded().share()),
                        limit(
                                "statements",
                                "SQL statements for 10,000 validates on 256 connections",
                                measured.statements().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray(),
                                500,
                                "statements"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Limit> start(
            String name, String of, Measured measured, Function<FirstLogin, Duration> length, double most) {
        double[] seconds = measured.firstLogins().stream()
                .mapToDouble(login -> length.apply(login).toMillis() / 1e3)
                .toArray();
        return limit(name, of, seconds, most, "s");
    }

    private static Optional<Limit> memory(String name, String of, Measured measured, ToLongFunction<Footprint> bytes) {
        long all = measured.footprints().stream()
                .filter(footprint -> OwnCluster.ALL.contains(footprint.process()))
                .mapToLong(bytes)
                .sum();
        return limit(name, of, all == 0 ? new double[0] : new double[] {all / MEGABYTE}, MOST_MEMORY, "MB");
    }

    private static Optional<Limit> limit(String name, String of, double[] values, double most, String unit) {
        return values.length == 0
                ? Optional.empty()
                : Optional.of(new Limit(name, of, Spread.of(DoubleStream.of(values)), most, unit));
    }
}
