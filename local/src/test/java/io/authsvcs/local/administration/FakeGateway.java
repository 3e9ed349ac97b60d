package io.authsvcs.local.administration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Speaks HTTP and the envelope as the real one does, lets everybody in, and answers what it was told to. */
public final class FakeGateway implements AutoCloseable {
    private static final String LOGIN = "POST /v1/auth/login";

    private final HttpServer server;
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger logins = new AtomicInteger();

    /** @param query without the question mark; empty when there is none */
    public record Asked(String call, String query, Map<String, String> headers, String body) {
        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }
    }

    /** @param result a JSON object */
    public record Answer(int status, String result, Optional<String> retryAfter) {
        public static Answer of(int status, String result) {
            return new Answer(status, result, Optional.empty());
        }

        public static Answer later(String seconds) {
            return new Answer(503, "{\"reason\":\"Unavailable auth-svcs instances\"}", Optional.of(seconds));
        }
    }

    private FakeGateway(HttpServer server) {
        this.server = server;
    }

    public static FakeGateway start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeGateway gateway = new FakeGateway(server);
        server.createContext("/", gateway::serve);
        server.start();
        return gateway.answering(LOGIN, any -> gateway.loggedIn());
    }

    /** @param call for example {@code GET /v1/admin/partners} */
    public FakeGateway answering(String call, Function<Asked, Answer> answer) {
        answers.put(call, answer);
        return this;
    }

    public FakeGateway answering(String call, int status, String result) {
        return answering(call, any -> Answer.of(status, result));
    }

    /** What was asked for below /v1/admin, in order. */
    public List<Asked> asked() {
        return asked.stream().filter(each -> !each.call().equals(LOGIN)).toList();
    }

    public int logins() {
        return logins.get();
    }

    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What an administrator does here; logs in as often as it is needed. */
    Administration administration() {
        return new Administration(url(), () -> "token-" + logins.incrementAndGet());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Answer loggedIn() {
        return Answer.of(200, "{\"token\":\"token-" + logins.incrementAndGet() + "\"}");
    }

    private void serve(HttpExchange exchange) throws IOException {
        Asked question = question(exchange);
        asked.add(question);
        Answer answer = answers.getOrDefault(
                        question.call(),
                        any -> Answer.of(404, "{\"reason\":\"No such path: " + question.call() + "\"}"))
                .apply(question);
        byte[] body = ("{\"statusCode\":" + answer.status()
                        + ",\"statusMessage\":\"\",\"statusDescription\":\"\",\"result\":" + answer.result() + "}")
                .getBytes(StandardCharsets.UTF_8);
        answer.retryAfter().ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Asked question(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        URI uri = exchange.getRequestURI();
        return new Asked(
                exchange.getRequestMethod() + " " + uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
