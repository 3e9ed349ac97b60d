package io.authsvcs.local.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
        name = "help",
        mixinStandardHelpOptions = true,
        description = "The same as --help: of everything, or of a command.",
        footer = "%nFor example: authctl help users import")
final class HelpCommand implements Runnable {
    private final CommandLine everything;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "For example up.")
    private List<String> path = List.of();

    HelpCommand(CommandLine everything) {
        this.everything = everything;
    }

    @Override
    public void run() {
        CommandLine found = everything;
        for (String name : path) {
            found = under(found, name);
        }
        found.usage(everything.getOut());
    }

    private static CommandLine under(CommandLine parent, String name) {
        return Optional.ofNullable(parent.getSubcommands().get(name))
                .orElseThrow(() -> new UnmatchedArgumentException(parent, List.of(name)));
    }
}
