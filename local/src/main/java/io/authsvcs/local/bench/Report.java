package io.authsvcs.local.bench;

import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Published;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured in one run, and how.
 *
 * @param hashes what one password hash alone took of a processor, in microseconds, each round
 * @param settings of those who were measured, in sentences
 */
public record Report(
        Environment environment,
        Terms terms,
        List<String> settings,
        List<Series> series,
        List<Double> hashes,
        List<Footprint> footprints,
        List<LeftOut> leftOut)
        implements Published {
    public Report {
        settings = List.copyOf(settings);
        series = List.copyOf(series);
        hashes = List.copyOf(hashes);
        footprints = List.copyOf(footprints);
        leftOut = List.copyOf(leftOut);
    }

    /** Of a run in which nothing is measured yet. */
    public static Report ofNothing(Environment environment, Terms terms) {
        return new Report(environment, terms, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Report among(List<String> how, List<LeftOut> others) {
        return new Report(environment, terms, how, series, hashes, footprints, others);
    }

    /** The same with one round more of a peer. */
    Report with(Peer peer, Sample sample) {
        Series before = series.stream()
                .filter(each -> each.peer().equals(peer.name()))
                .findFirst()
                .orElseGet(() -> new Series(
                        peer.name(),
                        peer.does(),
                        peer.connections(),
                        List.copyOf(peer.processes().keySet()),
                        List.of()));
        Series after = before.with(sample);
        List<Series> all = series.contains(before)
                ? series.stream()
                        .map(each -> each.equals(before) ? after : each)
                        .toList()
                : Stream.concat(series.stream(), Stream.of(after)).toList();
        return new Report(environment, terms, settings, all, hashes, footprints, leftOut);
    }

    /** The same with what one password hash took in one round more. */
    Report withHash(double micros) {
        List<Double> all = Stream.concat(hashes.stream(), Stream.of(micros)).toList();
        return new Report(environment, terms, settings, series, all, footprints, leftOut);
    }

    Report withFootprints(List<Footprint> all) {
        return new Report(environment, terms, settings, series, hashes, all, leftOut);
    }

    Optional<Spread> hash() {
        return hashes.isEmpty()
                ? Optional.empty()
                : Optional.of(Spread.of(hashes.stream().mapToDouble(Double::doubleValue)));
    }

    public List<Ratio> ratios() {
        return Stream.concat(
                        Ratios.of(series).stream(),
                        hash().flatMap(hash -> Ratios.ofLogins(series, hash, environment.cores())).stream())
                .toList();
    }

    /**
     * What got worse by more than a fifth, in sentences.
     *
     * @param recorded ratios by name, as {@link Recorded} has them; one that it has not can't have got worse
     */
    public List<String> fallenFrom(Map<String, Double> recorded) {
        return ratios().stream()
                .flatMap(ratio -> Optional.ofNullable(recorded.get(ratio.name()))
                        .filter(ratio::fellFrom)
                        .map(before -> ratio.of() + " is " + Numbers.ratio(ratio.value()) + ", and was "
                                + Numbers.ratio(before) + " when it was recorded")
                        .stream())
                .toList();
    }

    /** Whether every target was met. */
    @Override
    public boolean isKept() {
        return !ratios().isEmpty() && ratios().stream().allMatch(Ratio::isMet);
    }

    @Override
    public String text() {
        return ReportText.of(this);
    }

    @Override
    public String json() {
        return ReportJson.of(this);
    }
}
