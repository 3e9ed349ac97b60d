package io.authsvcs.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The folder into which instances put their messages. */
public final class TestMail {
    private static final Pattern TOKEN = Pattern.compile("(?m)^[A-Za-z0-9_-]{64}\r?$");

    private final Path folder;

    private TestMail(Path folder) {
        this.folder = folder;
    }

    public static TestMail create() {
        try {
            return new TestMail(Files.createTempDirectory("mail"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By which an instance delivers here. */
    public String setting() {
        return "auth.mail.folder=" + folder;
    }

    /** The tokens sent to somebody, oldest first, once there are so many. */
    public List<String> awaitTokens(String email, int many) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tokens(email), tokens -> tokens.size() >= many);
    }

    public String awaitToken(String email) {
        return awaitTokens(email, 1).getLast();
    }

    public List<String> tokens(String email) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(TestMail::read)
                    .filter(letter -> letter.contains("\r\nTo: " + email + "\r\n"))
                    .map(TestMail::token)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String token(String letter) {
        Matcher matcher = TOKEN.matcher(letter);
        if (!matcher.find()) {
            throw new IllegalStateException("No token in " + letter);
        }
        return matcher.group().strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
