package io.authsvcs.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description = {
            "Takes an instance out of rotation: no gateway sends it new requests, it finishes those that it has, and runs on.",
            "It returns when every gateway knows. authctl undrain, or a restart of the instance, ends it."
        })
final class DrainCommand implements Runnable {
    private final Authctl authctl;

    @Parameters(paramLabel = "NAME", description = "For example auth-1; authctl status lists the names.")
    private String name = "";

    DrainCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.work(cluster -> cluster.drain(name));
        authctl.console()
                .print(name + " is draining: it finishes what it has, and gets nothing new. authctl undrain " + name
                        + " brings it back.");
    }
}
