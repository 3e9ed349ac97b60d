package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Stretch;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What a trial measures, read when the load has ended: nobody's late answer is missing then. */
final class Figures {
    private final Tally tally;
    private final Queue<Supplier<Figure>> figures = new ConcurrentLinkedQueue<>();

    Figures(Tally tally) {
        this.tally = tally;
    }

    Stretch stretch() {
        return stretchIn(Duration.ZERO);
    }

    Stretch stretchIn(Duration delay) {
        return tally.stretchIn(delay);
    }

    void add(Supplier<Figure> figure) {
        figures.add(figure);
    }

    List<Figure> read() {
        return figures.stream().map(Supplier::get).toList();
    }
}
