package io.authsvcs.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "undrain",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a drained instance back into rotation.",
            "It returns when every gateway sends it requests again."
        })
final class UndrainCommand implements Runnable {
    private final Authctl authctl;

    @Parameters(paramLabel = "NAME", description = "For example auth-1; authctl status lists the names.")
    private String name = "";

    UndrainCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.work(cluster -> cluster.undrain(name));
        authctl.console().print(name + " is in rotation again.");
    }
}
