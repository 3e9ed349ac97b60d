package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Many clients who wait while nobody moves.
 *
 * @param responses all that they were given
 * @param frozen when everything stopped, from their beginning
 * @param thawed when it went on
 */
record Stampede(Responses responses, Duration frozen, Duration thawed) {
    /** Until which it is back, and for as long it is looked at before, and after that. */
    static final Duration WINDOW = Promise.RECOVERY;

    private static final double BACK = 0.90;
    private static final int SECONDS = Math.toIntExact(WINDOW.toSeconds());

    /** The first second as good as before. */
    Figure back() {
        double enough = BACK * before();
        String after = IntStream.range(0, SECONDS)
                .filter(second -> served(thawed.plusSeconds(second), Duration.ofSeconds(1)) >= enough)
                .mapToObj(second -> "after " + (second + 1) + " s")
                .findFirst()
                .orElse("not within " + SECONDS + " s");
        return new Figure(
                "They were served " + Math.round(before()) + " times a second before, and " + Quantities.percent(BACK)
                        + " of that again " + after,
                "within " + SECONDS + " s",
                before() > 0 && after.startsWith("after"));
    }

    /** It doesn't break down once more. */
    Figure goesOn() {
        double share = served(thawed.plus(WINDOW), WINDOW) / before();
        return new Figure(
                "In the " + SECONDS + " s after that it was " + Quantities.percent(share),
                "at least " + Quantities.percent(BACK),
                share >= BACK);
    }

    /** While it is frozen, and as long as somebody may wait who was there at that moment. */
    Figure others() {
        Responses meanwhile = responses.between(frozen, thawed.plus(WINDOW));
        int wrong = responses.others().size() - meanwhile.late().size();
        return new Figure(
                wrong + " of them were told something else than to wait"
                        + (wrong > 0 ? " (" + responses.others().byStatus() + ")" : ""),
                "none",
                wrong == 0);
    }

    private double before() {
        return served(frozen.minus(WINDOW), WINDOW);
    }

    /** A second. */
    private double served(Duration from, Duration length) {
        return responses.between(from, from.plus(length)).served().size() * 1e9 / length.toNanos();
    }
}
