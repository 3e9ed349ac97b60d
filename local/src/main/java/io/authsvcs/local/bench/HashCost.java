package io.authsvcs.local.bench;

import io.authsvcs.local.application.Application;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Tool;
import java.util.Map;

/** What one password hash alone takes of a processor, measured as often as logins are. */
final class HashCost {
    private HashCost() {}

    /** Microseconds. */
    static double measure(BenchmarkJar jar) {
        return parse(Tool.run(jar.command("HashProbe", Application.AUTH), Map.of()));
    }

    static double parse(Tool.Result result) {
        String printed = result.output().strip();
        if (!result.succeeded() || !printed.matches("[0-9]+")) {
            throw Fault.failed(
                            "hash probe",
                            "The hash probe did not say what a hash costs.",
                            "What it wrote stands above.")
                    .withLog(printed.lines().toList());
        }
        return Double.parseDouble(printed);
    }
}
