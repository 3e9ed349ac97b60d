package io.authsvcs.local.fuzz;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers somebody new each time, with a second session to spare.
 *
 * @param partner a token, for the calls that ask for a partner's
 */
public record Newcomers(URI gateway, String partner) implements Supplier<Names> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Names get() {
        String email = "fuzz-" + UUID.randomUUID() + "@example.com";
        String body = JSON.writeValueAsString(Map.of("email", email, "password", "purple monkey 9"));
        JsonNode registered = post("/v1/auth/register", body);
        JsonNode loggedIn = post("/v1/auth/login", body);
        return new Names(Map.of(
                "email", email,
                "token", registered.path("token").asString(""),
                "refreshToken", registered.path("refreshToken").asString(""),
                "other", loggedIn.path("token").asString(""),
                "partner", partner));
    }

    private JsonNode post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("result");
        } catch (IOException silent) {
            throw Fault.failed("gateway", "It does not answer at " + gateway + ".", "authctl status shows why.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while somebody was being registered", interrupted);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Newcomers at " + gateway;
    }
}
