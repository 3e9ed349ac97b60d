package io.authsvcs.local.process;

import io.authsvcs.local.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A short command, run to its end. */
public final class Tool {
    private static final Duration LIMIT = Duration.ofMinutes(2);

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
        return run(command, environment, LIMIT);
    }

    /** Within the limit: whoever is not done by then is killed, with its children, and that is a fault. */
    public static Result run(List<String> command, Map<String, String> environment, Duration limit) {
        // A file, since a pipe is read until the last heir of its other end is gone.
        Path output = emptyFile();
        try {
            Process process = builder(command, environment, output).start();
            return new Result(
                    exitCode(command, process, limit), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (IOException notThere) {
            return new Result(127, String.valueOf(notThere.getMessage()));
        } finally {
            delete(output);
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

    private static ProcessBuilder builder(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    private static int exitCode(List<String> command, Process process, Duration limit) {
        try {
            if (!process.waitFor(limit)) {
                kill(process);
                throw endless(command, limit);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            kill(process);
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for " + command.getFirst());
        }
    }

    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Path emptyFile() {
        try {
            return Files.createTempFile("authctl", ".output");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Fault endless(List<String> command, Duration limit) {
        return Fault.failed(
                command.getFirst(),
                command.getFirst() + " did not end within " + limit.toSeconds() + " s.",
                "Look what keeps the machine busy, then try again.");
    }
}
