package io.authsvcs.local.command;

import io.authsvcs.local.console.Console;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person which word of the command line makes no sense, and where the right ones are listed. */
record Misunderstanding(Console console) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        Fault fault = new Fault(FaultKind.USAGE, "authctl", sentence(problem), cure(problem));
        console.complain(fault);
        return fault.kind().exitCode();
    }

    private static String sentence(ParameterException problem) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case ParameterException other
            when other.getCause() instanceof TypeConversionException ->
                "Can't take " + other.getValue() + " for " + name(other.getArgSpec()) + ".";
            default -> problem.getMessage() + ".";
        };
    }

    private static String unmatched(UnmatchedArgumentException problem) {
        String word = problem.getUnmatched().getFirst();
        if (problem.isUnknownOption()) {
            // What is behind the equals sign may be a secret.
            return "There is no option " + word.split("=", 2)[0] + ".";
        }
        return problem.getCommandLine().getSubcommands().isEmpty()
                ? "Can't take " + word + " as well."
                : "There is no command " + word + ".";
    }

    private static String cure(ParameterException problem) {
        String see = "See: " + name(problem.getCommandLine()) + " --help";
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> didYouMean(unmatched) + see;
            case ParameterException other
            when other.getCause() instanceof TypeConversionException expected ->
                "Take " + expected.getMessage() + ". " + see;
            default -> see;
        };
    }

    private static String didYouMean(UnmatchedArgumentException problem) {
        String before = problem.isUnknownOption() ? "" : name(problem.getCommandLine()) + " ";
        return problem.getSuggestions().stream()
                .findFirst()
                .map(similar -> "Did you mean " + before + similar + "? ")
                .orElse("");
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
