package io.authsvcs.local.command;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.console.Console;
import java.util.List;

/**
 * What somebody reads who interrupts a command: the processes live on.
 *
 * @param silence ends what is on the screen
 */
record Parting(Runnable silence, Console console, Cluster cluster) implements Runnable {
    @Override
    public void run() {
        silence.run();
        List<String> running = cluster.running();
        console.remark(
                running.isEmpty()
                        ? "Interrupted. Nothing runs."
                        : "Interrupted. Still running: " + String.join(", ", running) + ". authctl down stops them.");
    }
}
