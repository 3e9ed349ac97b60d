package io.authsvcs.local.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What was answered.
 *
 * @param headers each a whole line
 */
public record Answer(int status, List<String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public Answer {
        headers = List.copyOf(headers);
    }

    public boolean isDone() {
        return status / 100 == 2;
    }

    public boolean isThrottled() {
        return status == TOO_MANY_REQUESTS;
    }

    public boolean isUnavailable() {
        return status == UNAVAILABLE;
    }

    /** Every value of a header. */
    public Stream<String> values(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip());
    }

    /** When to come again; zero where it is not said. */
    public Duration retryAfter() {
        return values("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** A cookie that it sets. */
    public Optional<String> cookie(String name) {
        return values("Set-Cookie")
                .filter(value -> value.startsWith(name + "="))
                .map(value -> value.substring(name.length() + 1).split(";", 2)[0])
                .findFirst();
    }

    /** A missing node where the body is no JSON. */
    public JsonNode at(String pointer) {
        try {
            return JSON.readTree(body).at(pointer);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Empty where there is none. */
    public String text(String pointer) {
        return at(pointer).asString("");
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return Integer.toString(status);
    }
}
