package io.authsvcs.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Calls to the cluster's own processes. One that does not answer is an expected thing here, so it is a value. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(30);

    private Http() {}

    record Reply(int status, String body) {
        boolean isOk() {
            return status == 200;
        }
    }

    static Optional<Reply> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).timeout(GLANCE));
    }

    static Optional<Reply> get(URI uri, String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri)
                .timeout(GLANCE)
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + credentials));
    }

    static Optional<Reply> post(URI uri, String json) {
        return send(HttpRequest.newBuilder(uri)
                .timeout(CALL)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static Optional<Reply> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return Optional.of(new Reply(response.statusCode(), response.body()));
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while calling " + request);
        }
    }
}
