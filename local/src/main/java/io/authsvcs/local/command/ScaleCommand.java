package io.authsvcs.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = {
            "Changes how many instances of auth-svcs run.",
            "New ones are in rotation when it returns; surplus ones leave gracefully, the highest numbers first."
        })
final class ScaleCommand implements Runnable {
    private final Authctl authctl;

    @Parameters(
            paramLabel = "N",
            converter = WholeNumber.Instances.class,
            description = "How many, 0 to 20. With 0 the gateway answers 503.")
    private int count;

    ScaleCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.cluster().checkSupport();
        authctl.work(cluster -> cluster.scale(count));
        authctl.console().print(count == 1 ? "There is 1 instance now." : "There are " + count + " instances now.");
    }
}
