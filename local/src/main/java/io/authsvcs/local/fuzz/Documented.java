package io.authsvcs.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One request at least of each documented call, with names such as <code>${token}</code> where it differs each time. */
final class Documented {
    private static final String FILE = "requests.http";

    private Documented() {}

    static List<Message> requests() {
        return Arrays.stream(text().split("### ", -1))
                .filter(block -> !block.isBlank())
                .map(Documented::request)
                .toList();
    }

    private static Message request(String block) {
        String[] parts = block.split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        String[] line = head.get(1).split(" ", 3);
        return new Message(
                line[0],
                line[1],
                line[2],
                head.subList(2, head.size()),
                new String(parts[1].strip().getBytes(UTF_8), ISO_8859_1),
                Shape.valueOf(head.getFirst()));
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Documented.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
