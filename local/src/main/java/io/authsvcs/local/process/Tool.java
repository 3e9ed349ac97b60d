package io.authsvcs.local.process;

import io.authsvcs.local.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** A short command, run to its end. */
public final class Tool {
    private static final int LIMIT_SECONDS = 120;

    private Tool() {}

    /**
     * What a command printed, and how it ended.
     *
     * @param output both streams, as UTF-8
     */
    public record Result(int exitCode, String output) {
        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    public static Result run(String... command) {
        return run(List.of(command), Map.of());
    }

    /**
     * Runs it to its end; exit code 127 where there is no such command, as a shell has it.
     *
     * @param environment what is added to this process's own
     */
    public static Result run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        try {
            return result(command, builder.start());
        } catch (IOException notThere) {
            return new Result(127, String.valueOf(notThere.getMessage()));
        }
    }

    /** The program with this name, where PATH has it. */
    public static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Result result(List<String> command, Process process) {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw endless(command);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for " + command.getFirst());
        }
    }

    private static Fault endless(List<String> command) {
        return Fault.failed(
                command.getFirst(),
                command.getFirst() + " did not end within " + LIMIT_SECONDS + " s.",
                "Look what keeps the machine busy, then try again.");
    }
}
