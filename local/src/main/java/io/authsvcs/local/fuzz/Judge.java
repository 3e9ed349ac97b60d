package io.authsvcs.local.fuzz;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with an answer, whatever the request. */
final class Judge {
    /** What only the inside has to say. */
    private static final Pattern LEAK = Pattern.compile(
            "(?i)exception|\\bjava[.x]|\\bat (?:io|reactor|org)\\.|org\\.(?:postgresql|springframework)|\\bselect .* from\\b"
                    + "|insert into|stack ?trace|netty|r2dbc|jackson|hikari");

    private static final int UNAVAILABLE = 503;

    private Judge() {}

    /** @param bodiless whether the answer has no body, whatever it says */
    static Optional<String> complaint(Shape shape, boolean bodiless, Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> complaint(shape, bodiless, answer);
            case Reply.Closed _ -> Optional.empty();
            case Reply.Silence _ -> Optional.of("no answer, and no end of the connection");
            case Reply.Garbage _ -> Optional.of("no answer of HTTP/1.1");
        };
    }

    private static Optional<String> complaint(Shape shape, boolean bodiless, Reply.Answer answer) {
        if (answer.status() >= 500 && answer.status() != UNAVAILABLE) {
            return Optional.of("status " + answer.status());
        }
        if (LEAK.matcher(answer.head() + answer.body()).find()) {
            return Optional.of("a word of the inside");
        }
        return bodiless || shape.fits(answer.status(), answer.body())
                ? Optional.empty()
                : Optional.of("not in its format, or of another status than it says");
    }
}
