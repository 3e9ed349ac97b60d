package io.authsvcs.acceptance;

import io.authsvcs.local.attack.Vault;
import io.authsvcs.local.http.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A caller of one URL. */
final class Client {
    static final String PASSWORD = "purple monkey 9";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI url;
    private final Vault vault;

    Client(URI url) {
        this(url, new Vault());
    }

    /** @param vault gets every secret that goes over the wire */
    Client(URI url, Vault vault) {
        this.url = url;
        this.vault = vault;
        vault.keep(PASSWORD);
    }

    Answer register(String email) {
        return post("/v1/auth/register", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    Answer login(String email) {
        return post("/v1/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    Answer validate(String token) {
        return send(to("/v1/auth/validate").header("Authorization", "Bearer " + token));
    }

    Answer logout(String token) {
        return send(
                to("/v1/auth/logout").header("Authorization", "Bearer " + token).POST(BodyPublishers.noBody()));
    }

    Answer get(String path) {
        return send(to(path));
    }

    Answer post(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer call(String method, String path, String token, String json) {
        return send(to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    private static List<String> lines(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .toList();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            HttpResponse<String> response = http.send(asked, BodyHandlers.ofString());
            vault.saw(
                    new Question(asked.method(), asked.uri().toString(), lines(asked.headers()), ""),
                    new io.authsvcs.local.http.Answer(
                            response.statusCode(), lines(response.headers()), response.body()));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
