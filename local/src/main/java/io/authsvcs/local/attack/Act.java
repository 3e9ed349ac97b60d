package io.authsvcs.local.attack;

import io.authsvcs.local.report.Figure;
import java.util.List;

/** What a trial does, and what it has measured then. */
@FunctionalInterface
interface Act {
    List<Figure> in(Scene scene);
}
