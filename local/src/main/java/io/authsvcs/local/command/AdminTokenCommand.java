package io.authsvcs.local.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Logs the local administrator in through the gateway and prints the bearer token, nothing else.",
            "For example: curl -H \"Authorization: Bearer $(./authctl admin token)\" http://localhost:8080/v1/auth/me"
        })
final class AdminTokenCommand implements Runnable {
    private final Authctl authctl;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "Where the administrator has a second factor: a code of it, or a recovery code.")
    private Optional<String> code = Optional.empty();

    AdminTokenCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public void run() {
        authctl.console().print(authctl.cluster().adminToken(code));
    }
}
