package io.authsvcs.local.administration;

import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Calls below a path such as {@code /v1/admin} with an administrator's token, which is renewed when it has run out. A call that is not
 * answered is a value for those who can wait, and a Fault for those who can't.
 */
final class AdminApi {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI gateway;
    private final String base;
    private final Supplier<String> login;
    private Optional<String> token = Optional.empty();

    /** @param base the path that all of its paths begin with, with a slash at each end */
    AdminApi(URI gateway, String base, Supplier<String> login) {
        this.gateway = gateway;
        this.base = base;
        this.login = login;
    }

    /** A request to a path of these parts, none of which is taken for more than one. */
    HttpRequest.Builder to(String... parts) {
        return request(Arrays.stream(parts).map(AdminApi::encoded).collect(Collectors.joining("/")));
    }

    /** A request for what a query picks out of a collection. */
    HttpRequest.Builder to(String collection, Map<String, String> query) {
        return request(query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", collection + "?", "")));
    }

    static HttpRequest.Builder posting(Object body, HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(Json.text(body)));
    }

    /**
     * The result of a call that must work.
     *
     * @param what the deed, as the beginning of the sentence that tells of its refusal
     * @param cure what to do when the call itself is at fault
     */
    JsonNode demand(HttpRequest.Builder request, String what, String cure) {
        Reply reply = send(request).orElseThrow(this::silent);
        if (!reply.isOk()) {
            throw refused(what, reply, cure);
        }
        return reply.result();
    }

    /** Empty when nobody answers, or nobody can renew the token now. */
    Optional<Reply> send(HttpRequest.Builder request) {
        if (token.isEmpty()) {
            token = Optional.of(login.get());
        }
        Optional<Reply> reply = exchange(request);
        return reply.filter(Reply::isUnauthorized).isPresent() ? sendAnew(request) : reply;
    }

    Fault silent() {
        return Fault.failed(
                "gateway",
                "The gateway does not answer at " + gateway + ".",
                "authctl status shows who is missing; authctl logs gateway what it does.");
    }

    static Fault refused(String what, Reply reply, String cure) {
        return Fault.failed(
                "gateway",
                what + " was answered " + reply.explanation() + ".",
                reply.isForLater() ? "authctl status shows who is missing. Then try again." : cure);
    }

    private Optional<Reply> sendAnew(HttpRequest.Builder request) {
        try {
            token = Optional.of(login.get());
            return exchange(request);
        } catch (Fault noLogin) {
            return Optional.empty();
        }
    }

    private Optional<Reply> exchange(HttpRequest.Builder request) {
        try {
            HttpRequest signed = request.copy()
                    .header("Authorization", "Bearer " + token.orElse(""))
                    .build();
            return Optional.of(reply(client.send(signed, BodyHandlers.ofString())));
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while calling the gateway");
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        return new Reply(response.statusCode(), response.body(), retryAfter);
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(gateway.resolve(base + pathAndQuery)).timeout(PATIENCE);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
