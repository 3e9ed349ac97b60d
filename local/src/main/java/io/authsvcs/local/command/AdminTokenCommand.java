package io.authsvcs.local.command;

import picocli.CommandLine.Command;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Logs the local administrator in through the gateway and prints the bearer token, nothing else.",
            "For example: curl -H \"Authorization: Bearer $(./authctl admin token)\" http://localhost:8080/v1/auth/me"
        })
final class AdminTokenCommand implements Runnable {
    private final Authctl authctl;

    AdminTokenCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.console().print(authctl.cluster().adminToken());
    }
}
