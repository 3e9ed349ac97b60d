package io.authsvcs.local.nemesis;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of the messages to users. */
public record Mailbox(Path folder) {
    private static final Pattern CODE = Pattern.compile("(?m)^[A-Za-z0-9_-]{64}(?=\r?$)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The one that was sent to somebody. */
    public String awaitCode(String email) {
        if (!Deadline.in(PATIENCE).await(() -> !codes(email).isEmpty())) {
            throw Fault.failed(
                    "auth-svcs",
                    "No code came to " + folder + ".",
                    "Without AUTH_SMTP_HOST the instances put their messages there; authctl logs shows what they do.");
        }
        return codes(email).getFirst();
    }

    private List<String> codes(String email) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Mailbox::read)
                    .filter(letter -> letter.contains("To: " + email + "\r\n"))
                    .flatMap(letter -> CODE.matcher(letter).results().map(MatchResult::group))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
