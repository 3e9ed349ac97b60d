package io.authsvcs.local.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request before it is known which gateway it goes to.
 *
 * @param key under which it may be repeated
 */
public record Request(
        String method, String path, Optional<String> token, Optional<Map<String, String>> body, Optional<String> key) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** From somebody whom nobody has to know. */
    public static Request get(String path) {
        return new Request("GET", path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Request get(String path, String token) {
        return new Request("GET", path, Optional.of(token), Optional.empty(), Optional.empty());
    }

    public static Request post(String path, Map<String, String> body) {
        return new Request("POST", path, Optional.empty(), Optional.of(body), Optional.empty());
    }

    public static Request put(String path, Map<String, String> body) {
        return new Request("PUT", path, Optional.empty(), Optional.of(body), Optional.empty());
    }

    public Request as(String bearer) {
        return new Request(method, path, Optional.of(bearer), body, key);
    }

    public Request under(String idempotencyKey) {
        return new Request(method, path, token, body, Optional.of(idempotencyKey));
    }

    HttpRequest to(URI gateway, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(patience).method(method, publisher());
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        key.ifPresent(name -> request.header("Idempotency-Key", name));
        body.ifPresent(any -> request.header("Content-Type", "application/json"));
        return request.build();
    }

    private BodyPublisher publisher() {
        return body.map(fields -> BodyPublishers.ofString(JSON.writeValueAsString(fields)))
                .orElseGet(BodyPublishers::noBody);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
