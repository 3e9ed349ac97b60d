package io.authsvcs.local.bench;

import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Published;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was measured in one run, and how.
 *
 * @param settings of those who were measured, in sentences
 */
public record Report(
        Environment environment, Terms terms, List<String> settings, List<LeftOut> leftOut, Measured measured)
        implements Published {
    public Report {
        settings = List.copyOf(settings);
        leftOut = List.copyOf(leftOut);
    }

    /** Of a run in which nothing is measured yet. */
    public static Report ofNothing(Environment environment, Terms terms) {
        return new Report(environment, terms, List.of(), List.of(), Measured.nothing());
    }

    Report among(List<String> how, List<LeftOut> others) {
        return new Report(environment, terms, how, others, measured);
    }

    /** The same with more of what was measured. */
    Report having(UnaryOperator<Measured> more) {
        return new Report(environment, terms, settings, leftOut, more.apply(measured));
    }

    public List<Ratio> ratios() {
        return Stream.concat(Ratios.of(measured).stream(), Ratios.ofLogins(measured, environment.cores()).stream())
                .toList();
    }

    public List<Limit> limits() {
        return Limits.of(measured);
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
        return !ratios().isEmpty()
                && ratios().stream().allMatch(Ratio::isMet)
                && limits().stream().allMatch(Limit::isMet);
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
