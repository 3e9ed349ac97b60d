package io.authsvcs.local.command;

import io.authsvcs.local.console.Console;
import io.authsvcs.local.fault.Fault;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong. */
record Complaints(Console console) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        Fault fault = switch (problem) {
            case Fault known -> known;
            case UncheckedIOException files -> ofFiles(files);
            case CancellationException interrupted -> ofInterruption(interrupted);
            default -> unexpected(problem);
        };
        console.complain(fault);
        return fault.kind().exitCode();
    }

    private static Fault ofInterruption(CancellationException problem) {
        return Fault.failed(
                "authctl",
                problem.getMessage() + ".",
                "Look at what there is with authctl status, and do the same again if it is still wanted.");
    }

    private static Fault ofFiles(UncheckedIOException problem) {
        return Fault.failed(
                "files",
                "The file system refuses: " + problem.getCause(),
                "Check who owns the folder .authctl and whether the disk is full.");
    }

    private static Fault unexpected(Exception problem) {
        return Fault.failed(
                        "authctl", "This should not have happened: " + problem, "Please report it, with these lines.")
                .withLog(Arrays.stream(problem.getStackTrace())
                        .limit(15)
                        .map(String::valueOf)
                        .toList());
    }
}
