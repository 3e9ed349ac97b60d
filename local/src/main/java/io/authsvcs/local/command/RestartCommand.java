package io.authsvcs.local.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = {
            "Stops a process gracefully and starts it again, with what was built since.",
            "\"all\" means the instances of auth-svcs, one after the other: each is in rotation again before the next"
                    + " one leaves, so that with two or more the others serve meanwhile. Then come the gateways, in the same"
                    + " way, if there are several. A single gateway, registries and the database are restarted by name,"
                    + " since callers may notice."
        })
final class RestartCommand implements Runnable {
    private static final String ALL = "all";

    private final Authctl authctl;

    @Parameters(
            paramLabel = "NAME|all",
            description = "For example auth-1 or gateway-2; authctl status lists the names.")
    private String name = ALL;

    RestartCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        if (name.equals(ALL)) {
            restartAll();
        } else {
            authctl.work(cluster -> cluster.restart(name));
            authctl.console().print(name + " runs again.");
        }
    }

    private void restartAll() {
        List<String> renewed = new ArrayList<>();
        authctl.work(cluster -> renewed.addAll(cluster.restartAll()));
        authctl.console()
                .print(
                        renewed.isEmpty()
                                ? "There is no instance to restart: scale up with authctl scale N."
                                : "Renewed, one after the other: " + String.join(", ", renewed) + ".");
    }
}
