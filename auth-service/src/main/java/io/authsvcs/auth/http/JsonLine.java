package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * One line of a body that has an object on each (application/x-ndjson).
 *
 * @param number from 1
 * @param fields absent where the line isn't well-formed
 */
public record JsonLine(int number, Optional<Fields> fields) {
    static List<JsonLine> all(byte[] body, JsonText json) {
        List<JsonLine> lines = new ArrayList<>();
        int start = 0;
        for (int number = 1; start < body.length; number++) {
            int end = endOfLine(body, start);
            byte[] line = Arrays.copyOfRange(body, start, end);
            if (!isBlank(line)) {
                lines.add(new JsonLine(number, parse(line, json)));
            }
            start = end + 1;
        }
        return List.copyOf(lines);
    }

    /** By which a repetition of a request with these lines is known, as {@link Fields#idempotencyKey}. */
    public static Optional<IdempotencyKey> idempotencyKey(ServerRequest request, List<JsonLine> lines) {
        return RequestKey.of(
                request,
                lines.stream()
                        .flatMap(line -> line.fields().stream())
                        .map(Fields::json)
                        .collect(Collectors.joining("\n")));
    }

    // In UTF-8 this byte is nothing but the end of a line.
    private static int endOfLine(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private static Optional<Fields> parse(byte[] line, JsonText json) {
        try {
            return Optional.of(new Fields(json.parse(line), false));
        } catch (Fault malformed) {
            return Optional.empty();
        }
    }
}
