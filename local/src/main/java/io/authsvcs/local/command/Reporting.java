package io.authsvcs.local.command;

import io.authsvcs.local.report.Published;
import java.util.function.UnaryOperator;

/** A report that is written whenever it grows: a run takes long, and whoever interrupts it loses nothing. */
final class Reporting<R extends Published> {
    private final ReportFiles files;
    private R report;

    Reporting(ReportFiles files, R begin) {
        this.files = files;
        this.report = begin;
    }

    void goOn(UnaryOperator<R> step) {
        report = step.apply(report);
        files.write(report);
    }

    R soFar() {
        return report;
    }
}
