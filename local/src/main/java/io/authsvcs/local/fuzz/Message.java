package io.authsvcs.local.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request before it becomes bytes. Its texts are bytes too, a character each (ISO 8859-1), so that a body may be broken
 * UTF-8.
 *
 * @param headers each a whole line
 * @param shape what its answers look like; any where its path has been spoilt
 */
record Message(String method, String target, String version, List<String> headers, String body, Shape shape) {
    Message {
        headers = List.copyOf(headers);
    }

    Message withMethod(String other) {
        return new Message(other, target, version, headers, body, shape);
    }

    Message withTarget(String other) {
        return new Message(method, other, version, headers, body, Shape.ANY);
    }

    Message withVersion(String other) {
        return new Message(method, target, other, headers, body, shape);
    }

    Message withHeaders(List<String> others) {
        return new Message(method, target, version, others, body, shape);
    }

    Message withHeader(int place, String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(place, line);
        return withHeaders(more);
    }

    Message withBody(String other) {
        return new Message(method, target, version, headers, other, shape);
    }

    /** All of its texts changed. */
    Message with(UnaryOperator<String> change) {
        return new Message(
                method,
                change.apply(target),
                version,
                headers.stream().map(change).toList(),
                change.apply(body),
                shape);
    }

    /** With a length of its body, the first of its headers. */
    Message measured() {
        return body.isEmpty() ? this : withHeader(0, "Content-Length: " + body.length());
    }

    byte[] bytes() {
        String head = method + " " + target + " " + version + "\r\n" + String.join("\r\n", headers);
        return (head + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    }
}
