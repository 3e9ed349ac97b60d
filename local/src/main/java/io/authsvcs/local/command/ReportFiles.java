package io.authsvcs.local.command;

import io.authsvcs.local.report.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a report is put, if anywhere. */
final class ReportFiles {
    @Option(names = "--report", paramLabel = "FILE", description = "The report for people, in Markdown.")
    private Optional<Path> text = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "The report for scripts.")
    private Optional<Path> json = Optional.empty();

    void write(Published report) {
        text.ifPresent(file -> write(file, report.text()));
        json.ifPresent(file -> write(file, report.json()));
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
