package io.authsvcs.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = {
            "Ends a process with SIGKILL, as a crash would, to see what the others make of it.",
            "authctl up starts it again."
        })
final class KillCommand implements Runnable {
    private final Authctl authctl;

    @Parameters(paramLabel = "NAME", description = "For example auth-1; authctl status lists the names.")
    private String name = "";

    KillCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.cluster().kill(name);
        authctl.console().print(name + " is dead. authctl up starts it again.");
    }
}
