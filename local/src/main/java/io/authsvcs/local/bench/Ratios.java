package io.authsvcs.local.bench;

import io.authsvcs.local.bench.Ratio.Aim;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every ratio that is aimed at, of those who were measured: medians divided by medians. */
final class Ratios {
    private static final double MICROS = 1e6;

    private Ratios() {}

    static List<Ratio> of(Measured measured) {
        List<Series> saturated = measured.saturated();
        return Stream.of(
                        growth("validate", Growth.VALIDATE, saturated),
                        growth("login", Growth.LOGIN, saturated),
                        between(
                                new Pair("gateway", "bare", Ratios::rate, saturated),
                                "gateway-to-bare-requests",
                                "requests a second: validate through the gateway ÷ the bare route",
                                Aim.AT_LEAST,
                                0.9),
                        between(
                                new Pair("gateway", "bare", Ratios::firstProcess, saturated),
                                "gateway-to-bare-cpu",
                                "processor time a request: the gateway's process ÷ the bare gateway's",
                                Aim.AT_MOST,
                                1.25),
                        between(
                                new Pair("instance", "keycloak-userinfo", Ratios::cpuInAll, saturated),
                                "instance-to-userinfo-cpu",
                                "processor time a request: validate at an instance, its database included ÷ Keycloak's userinfo",
                                Aim.AT_MOST,
                                0.2),
                        between(
                                new Pair("gateway", "keycloak-userinfo", Ratios::rate, saturated),
                                "gateway-to-userinfo-requests",
                                "requests a second: validate through the gateway ÷ Keycloak's userinfo",
                                Aim.AT_LEAST,
                                2),
                        between(
                                new Pair("login", "keycloak-grant", Ratios::rate, saturated),
                                "logins-to-grants",
                                "logins a second through the gateway ÷ Keycloak's password grants",
                                Aim.AT_LEAST,
                                4),
                        between(
                                new Pair("gateway-beside-logins", "gateway", Ratios::p99, measured.steady()),
                                "validates-beside-logins-to-alone",
                                "p99 of validates, asked half as often as can be: while logins saturate their lane ÷ alone",
                                Aim.AT_MOST,
                                2))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of the most sessions or users, and of the fewest. */
    private static Optional<Ratio> growth(String what, String prefix, List<Series> saturated) {
        List<String> sizes = saturated.stream()
                .map(Series::peer)
                .filter(peer -> peer.startsWith(prefix))
                .toList();
        return sizes.size() < 2
                ? Optional.empty()
                : between(
                        new Pair(sizes.getLast(), sizes.getFirst(), Ratios::cpuInAll, saturated),
                        what + "-growth",
                        "processor time a " + what + ": " + sizes.getLast() + " ÷ " + sizes.getFirst(),
                        Aim.AT_MOST,
                        1.1);
    }

    /** No login takes less than a hash: how near they come. */
    static Optional<Ratio> ofLogins(Measured measured, int cores) {
        ToDoubleBiFunction<Double, Double> efficiency = (rate, hash) -> rate * hash / MICROS / cores;
        return find("login", measured.saturated())
                .flatMap(logins -> measured.hash().map(hash -> {
                    DoubleStream rounds =
                            rounds(logins.samples().stream().map(Ratios::rate).toList(), measured.hashes(), efficiency);
                    return new Ratio(
                            "logins-to-hashes",
                            "logins a second ÷ the hashes a second that " + cores
                                    + " cores could do, if they did nothing else",
                            Spread.around(efficiency.applyAsDouble(logins.rate().median(), hash.median()), rounds),
                            Aim.AT_LEAST,
                            0.95);
                }));
    }

    private static Optional<Series> find(String peer, List<Series> measured) {
        return measured.stream().filter(series -> series.peer().equals(peer)).findFirst();
    }

    /** @param figure of a round of a peer */
    private record Pair(String one, String other, ToDoubleBiFunction<Series, Sample> figure, List<Series> measured) {
        Optional<Spread> quotient() {
            return find(one, measured)
                    .flatMap(dividend -> find(other, measured).map(divisor -> quotient(dividend, divisor)));
        }

        private Spread quotient(Series dividend, Series divisor) {
            return Spread.around(
                    median(dividend) / median(divisor), rounds(each(dividend), each(divisor), (a, b) -> a / b));
        }

        private double median(Series series) {
            return series.spread(sample -> figure.applyAsDouble(series, sample)).median();
        }

        private List<Double> each(Series series) {
            return series.samples().stream()
                    .map(sample -> figure.applyAsDouble(series, sample))
                    .toList();
        }
    }

    /** Those of one round belong together. */
    private static DoubleStream rounds(
            List<Double> one, List<Double> other, ToDoubleBiFunction<Double, Double> figure) {
        return IntStream.range(0, Math.min(one.size(), other.size()))
                .mapToDouble(round -> figure.applyAsDouble(one.get(round), other.get(round)));
    }

    private static double rate(Series series, Sample sample) {
        return rate(sample);
    }

    private static double rate(Sample sample) {
        return sample.burst().servedASecond();
    }

    private static double p99(Series series, Sample sample) {
        return sample.burst().p99();
    }

    private static double cpuInAll(Series series, Sample sample) {
        return sample.microsInAll();
    }

    private static double firstProcess(Series series, Sample sample) {
        return sample.micros(series.processes().getFirst());
    }

    private static Optional<Ratio> between(Pair pair, String name, String of, Aim aim, double target) {
        return pair.quotient().map(measured -> new Ratio(name, of, measured, aim, target));
    }
}
