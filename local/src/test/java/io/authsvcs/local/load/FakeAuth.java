package io.authsvcs.local.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that keeps its promises, unless it is told to break some. */
public final class FakeAuth implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNAVAILABLE = """
            {"statusCode":503,"statusMessage":"Service Unavailable","statusDescription":"The server is currently unable \
            to handle the request due to a temporary overloading or maintenance of the server. The implication is that \
            this is a temporary condition which will be alleviated after some delay",\
            "result":{"reason":"Unavailable auth-svcs instances"},\
            "status":"error","message":"Unavailable auth-svcs instances","errors":["Unavailable auth-svcs instances"]}""";
    private static final String HEALTH = "/v1/router/health";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Misdeed misdeed = (exchange, path) -> false;

    /** Whether it has answered by itself, wrongly. */
    public interface Misdeed {
        boolean done(HttpExchange exchange, String path) throws IOException, InterruptedException;
    }

    private FakeAuth(HttpServer server) {
        this.server = server;
    }

    public static FakeAuth start() throws IOException {
        FakeAuth fake =
                new FakeAuth(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        fake.server.setExecutor(fake.threads);
        fake.server.createContext("/", fake::serve);
        fake.server.start();
        return fake;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<URI> urls() {
        return List.of(url());
    }

    public int logins() {
        return logins.get();
    }

    /** Without questions for its health. */
    public int asked() {
        return asked.get();
    }

    public void misbehave(Misdeed next) {
        misdeed = next;
    }

    /** Answers every request whose path is such with this. */
    public void answer(Predicate<String> paths, int status, String body) {
        misbehave((exchange, path) -> {
            if (paths.test(path)) {
                send(exchange, status, body);
            }
            return paths.test(path);
        });
    }

    /** Says in the words of every contract that nobody can serve now. */
    public static boolean unavailable(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", "1");
        send(exchange, 503, UNAVAILABLE);
        return !path.isEmpty();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.equals(HEALTH)) {
                send(exchange, 200, "{}");
                return;
            }
            asked.incrementAndGet();
            if (!misdeed.done(exchange, path)) {
                answer(exchange, path);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        switch (path) {
            case "/v1/auth/register" -> send(exchange, 201, issued(id(body.path("email"))));
            case "/v1/auth/login" -> send(exchange, 200, login(id(body.path("email"))));
            case "/auth/login/" ->
                send(exchange, 201, "{\"data\":{\"token\":\"" + token(login(id(body.path("user")))) + "\"}}");
            case "/v1/auth/refresh" ->
                send(exchange, 200, issued(owner(body.path("refreshToken").asString(""))));
            case "/v1/auth/password" -> {
                ended.add(token);
                send(exchange, 200, issued(owner(token)));
            }
            case "/v1/auth/logout" -> {
                ended.add(token);
                send(exchange, 200, "{\"result\":{}}");
            }
            case "/v1/auth/validate" ->
                send(
                        exchange,
                        200,
                        "{\"result\":{\"isValid\":" + !ended.contains(token) + ",\"userID\":\"" + owner(token)
                                + "\"}}");
            case "/v1/auth/me" -> send(exchange, 200, "{\"result\":{\"userID\":\"" + owner(token) + "\"}}");
            case "/.well-known/jwks.json" -> send(exchange, 200, "{\"keys\":[{\"kid\":\"one\"}]}");
            case "/v1/auth/sessions" -> send(exchange, 200, "{\"result\":{\"sessions\":[{}]}}");
            case "/api/authorization" -> send(exchange, 200, "{\"key\":\"" + owner(token) + "\"}");
            default -> send(exchange, 404, "{}");
        }
    }

    private String login(String id) {
        logins.incrementAndGet();
        return issued(id);
    }

    private String id(JsonNode email) {
        return ids.computeIfAbsent(email.asString(""), any -> UUID.randomUUID().toString());
    }

    private String owner(String token) {
        return owners.getOrDefault(token, "nobody");
    }

    private String issued(String id) {
        String token = UUID.randomUUID().toString();
        owners.put(token, id);
        return "{\"result\":{\"userID\":\"%s\",\"token\":\"%s\",\"refreshToken\":\"%s\"}}".formatted(id, token, token);
    }

    private static String token(String issued) {
        return JSON.readTree(issued).at("/result/token").asString("");
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
