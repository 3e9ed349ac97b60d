package io.authsvcs.local.command;

import io.authsvcs.local.console.Console;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.fault.FaultKind;
import java.util.List;
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
        if (problem.getCause() instanceof TypeConversionException) {
            return name(problem.getCommandLine()) + " can't take " + problem.getValue() + " for "
                    + name(problem.getArgSpec()) + ".";
        }
        return problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? unmatched(unmatched)
                : problem.getMessage() + ".";
    }

    private static String unmatched(UnmatchedArgumentException problem) {
        String word = problem.getUnmatched().getFirst();
        return problem.getCommandLine().getSubcommands().isEmpty()
                ? name(problem.getCommandLine()) + " can't take " + word + " as well."
                : name(problem.getCommandLine()) + " has no command " + word + ".";
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
        List<String> similar =
                problem.getSuggestions().stream().map(before::concat).toList();
        return similar.isEmpty() ? "" : "Did you mean " + String.join(" or ", similar) + "? ";
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
