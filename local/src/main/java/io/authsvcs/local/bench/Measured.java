package io.authsvcs.local.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whatever was measured so far, none of it worked out yet.
 *
 * @param saturated peers that were asked as fast as they answered
 * @param steady peers that were asked half as often, by a schedule
 * @param hashes what one password hash alone took of a processor, in microseconds, each round
 * @param statements of SQL, for ten thousand validates
 * @param scales what instances ask of their database, by how many there are
 * @param micros steps of a request, each by itself
 */
record Measured(
        List<FirstLogin> firstLogins,
        List<Warmth> warmths,
        List<Series> saturated,
        List<Series> steady,
        List<Double> hashes,
        List<Double> statements,
        List<Scale> scales,
        List<Micro> micros,
        List<Footprint> footprints) {
    Measured {
        firstLogins = List.copyOf(firstLogins);
        warmths = List.copyOf(warmths);
        saturated = List.copyOf(saturated);
        steady = List.copyOf(steady);
        statements = List.copyOf(statements);
        hashes = List.copyOf(hashes);
        scales = List.copyOf(scales);
        micros = List.copyOf(micros);
        footprints = List.copyOf(footprints);
    }

    static Measured nothing() {
        return new Measured(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Measured with(FirstLogin firstLogin) {
        return new Measured(
                and(firstLogins, firstLogin),
                warmths,
                saturated,
                steady,
                hashes,
                statements,
                scales,
                micros,
                footprints);
    }

    Measured with(Warmth warmth) {
        return new Measured(
                firstLogins, and(warmths, warmth), saturated, steady, hashes, statements, scales, micros, footprints);
    }

    Measured with(Scale scale) {
        return new Measured(
                firstLogins, warmths, saturated, steady, hashes, statements, and(scales, scale), micros, footprints);
    }

    Measured saturated(Peer peer, Sample sample) {
        return new Measured(
                firstLogins,
                warmths,
                and(saturated, peer, sample),
                steady,
                hashes,
                statements,
                scales,
                micros,
                footprints);
    }

    Measured steady(Peer peer, Sample sample) {
        return new Measured(
                firstLogins,
                warmths,
                saturated,
                and(steady, peer, sample),
                hashes,
                statements,
                scales,
                micros,
                footprints);
    }

    Measured hash(double micros) {
        return new Measured(
                firstLogins,
                warmths,
                saturated,
                steady,
                and(hashes, micros),
                statements,
                scales,
                this.micros,
                footprints);
    }

    Measured statements(double count) {
        return new Measured(
                firstLogins, warmths, saturated, steady, hashes, and(statements, count), scales, micros, footprints);
    }

    Measured footprints(List<Footprint> all) {
        return new Measured(firstLogins, warmths, saturated, steady, hashes, statements, scales, micros, all);
    }

    Measured micros(List<Micro> all) {
        return new Measured(firstLogins, warmths, saturated, steady, hashes, statements, scales, all, footprints);
    }

    /** The latest round of somebody who was measured. */
    Sample lastSaturated(String peer) {
        return saturated.stream()
                .filter(series -> series.peer().equals(peer))
                .map(series -> series.samples().getLast())
                .findFirst()
                .orElseThrow();
    }

    /** Empty where none was measured. */
    Optional<Spread> hash() {
        return hashes.isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(hashes.stream().mapToDouble(Double::doubleValue)));
    }

    private static <T> List<T> and(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    private static List<Series> and(List<Series> before, Peer peer, Sample sample) {
        if (before.stream().noneMatch(series -> series.isOf(peer))) {
            return and(before, Series.of(peer).with(sample));
        }
        return before.stream()
                .map(series -> series.isOf(peer) ? series.with(sample) : series)
                .toList();
    }
}
