package io.authsvcs.local.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs what there is. Whoever asks for the help of an unknown command would get that of the one above otherwise. */
final class KnownCommands implements IExecutionStrategy {
    @Override
    public int execute(ParseResult understood) {
        check(understood);
        return new RunLast().execute(understood);
    }

    private static void check(ParseResult level) {
        CommandLine command = level.commandSpec().commandLine();
        List<String> words =
                level.unmatched().stream().filter(word -> !word.startsWith("-")).toList();
        if (!words.isEmpty() && !command.getSubcommands().isEmpty()) {
            throw new UnmatchedArgumentException(command, words);
        }
        if (level.hasSubcommand()) {
            check(level.subcommand());
        }
    }
}
