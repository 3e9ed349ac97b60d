package io.authsvcs.common.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request or an answer as RFC 9112 writes it: a first line, headers, an empty line and a body.
 *
 * @param body empty where there is none
 */
public record Message(String firstLine, List<Header> headers, String body) {
    /** A line of the header, the name as it was spelled. */
    public record Header(String name, String value) {
        static Header parse(String line) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("A header is \"Name: value\", not \"" + line + "\"");
            }
            return new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }

        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** @param text with a line feed at the end of each line */
    public static Message parse(String text) {
        int end = text.indexOf("\n\n");
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\n");
        List<Header> headers = Arrays.stream(head).skip(1).map(Header::parse).collect(Collectors.toUnmodifiableList());
        return new Message(head[0], headers, end < 0 ? "" : text.substring(end + 2));
    }

    public boolean isAnswer() {
        return firstLine.startsWith("HTTP/");
    }

    /** Of a request. */
    public String method() {
        return word(0);
    }

    /** Of a request, with its query. */
    public String path() {
        return word(1);
    }

    /** Of an answer. */
    public int status() {
        return Integer.parseInt(word(1));
    }

    /** The value of the first header of this name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    /** The same with one header more. */
    public Message with(String name, String value) {
        return new Message(
                firstLine,
                Stream.concat(headers.stream(), Stream.of(new Header(name, value)))
                        .toList(),
                body);
    }

    public Message withBody(String other) {
        return new Message(firstLine, headers, other);
    }

    /** The same with each of its texts changed. */
    Message map(UnaryOperator<String> change) {
        List<Header> changed = headers.stream()
                .map(header -> new Header(header.name(), change.apply(header.value())))
                .collect(Collectors.toUnmodifiableList());
        return new Message(change.apply(firstLine), changed, change.apply(body));
    }

    private String word(int index) {
        return firstLine.split(" ", 3)[index];
    }
}
