package io.authsvcs.local.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Stops the gateway, then the instances, the registry and the database, each gracefully.",
            "No process is left, no data is lost."
        })
final class DownCommand implements Runnable {
    private final Authctl authctl;

    DownCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        List<String> stopped = new ArrayList<>();
        authctl.work(cluster -> stopped.addAll(cluster.down()));
        authctl.console()
                .print(
                        stopped.isEmpty()
                                ? "Nothing was running."
                                : "Stopped " + String.join(", ", stopped) + ". The data is kept.");
    }
}
