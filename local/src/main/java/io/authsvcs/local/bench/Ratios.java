package io.authsvcs.local.bench;

import io.authsvcs.local.bench.Ratio.Aim;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Every ratio that is aimed at, of those who were measured: medians divided by medians. */
final class Ratios {
    private static final double MICROS = 1e6;

    private Ratios() {}

    static List<Ratio> of(List<Series> measured) {
        return Stream.of(
                        between(
                                new Pair("gateway", "bare", Ratios::rate, measured),
                                "gateway-to-bare-requests",
                                "requests a second: validate through the gateway ÷ the bare route",
                                Aim.AT_LEAST,
                                0.9),
                        between(
                                new Pair("gateway", "bare", Ratios::firstProcess, measured),
                                "gateway-to-bare-cpu",
                                "processor time a request: the gateway's process ÷ the bare gateway's",
                                Aim.AT_MOST,
                                1.25),
                        between(
                                new Pair(
                                        "instance",
                                        "keycloak-userinfo",
                                        series -> series.cpuInAll().median(),
                                        measured),
                                "instance-to-userinfo-cpu",
                                "processor time a request: validate at an instance, its database included ÷ Keycloak's userinfo",
                                Aim.AT_MOST,
                                0.2),
                        between(
                                new Pair("gateway", "keycloak-userinfo", Ratios::rate, measured),
                                "gateway-to-userinfo-requests",
                                "requests a second: validate through the gateway ÷ Keycloak's userinfo",
                                Aim.AT_LEAST,
                                2),
                        between(
                                new Pair("login", "keycloak-grant", Ratios::rate, measured),
                                "logins-to-grants",
                                "logins a second through the gateway ÷ Keycloak's password grants",
                                Aim.AT_LEAST,
                                4))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * No login takes less than a hash: how near they come.
     *
     * @param hash in microseconds of a processor
     */
    static Optional<Ratio> ofLogins(List<Series> measured, Spread hash, int cores) {
        return find("login", measured)
                .map(logins -> new Ratio(
                        "logins-to-hashes",
                        "logins a second ÷ the hashes a second that " + cores
                                + " cores could do, if they did nothing else",
                        rate(logins) * hash.median() / MICROS / cores,
                        Aim.AT_LEAST,
                        0.95));
    }

    private static Optional<Series> find(String peer, List<Series> measured) {
        return measured.stream().filter(series -> series.peer().equals(peer)).findFirst();
    }

    private record Pair(String one, String other, ToDoubleFunction<Series> figure, List<Series> measured) {
        Optional<Double> quotient() {
            return find(one, measured)
                    .flatMap(dividend -> find(other, measured)
                            .map(divisor -> figure.applyAsDouble(dividend) / figure.applyAsDouble(divisor)));
        }
    }

    private static double rate(Series series) {
        return series.rate().median();
    }

    private static double firstProcess(Series series) {
        return series.cpu(series.processes().getFirst()).median();
    }

    private static Optional<Ratio> between(Pair pair, String name, String of, Aim aim, double target) {
        return pair.quotient().map(value -> new Ratio(name, of, value, aim, target));
    }
}
