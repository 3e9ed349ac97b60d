package io.authsvcs.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = {
            "Stops a process gracefully and starts it again, with what was built since.",
            "\"all\" means the instances of auth-svcs, one after the other: each is in rotation again before the next"
                    + " one leaves, so that with two or more the others serve meanwhile. Gateway, registry and"
                    + " database are restarted by name, since callers may notice."
        })
final class RestartCommand implements Runnable {
    private static final String ALL = "all";

    private final Authctl authctl;

    @Parameters(paramLabel = "NAME|all", description = "For example auth-1; authctl status lists the names.")
    private String name = ALL;

    RestartCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.work(cluster -> {
            if (name.equals(ALL)) {
                cluster.restartAll();
            } else {
                cluster.restart(name);
            }
        });
        authctl.console().print(name.equals(ALL) ? "All instances were renewed." : name + " runs again.");
    }
}
