package io.authsvcs.local.nemesis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.authsvcs.local.load.FakeAuth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that really keeps accounts, with a trail; each of them can be tampered with. */
final class FakeAccounts implements AutoCloseable, Trail {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who logs in with what: any of these. */
    final Map<String, Set<String>> passwords = new ConcurrentHashMap<>();

    final Map<String, String> ids = new ConcurrentHashMap<>();
    /** Access tokens that are valid, with their sessions. */
    final Map<String, String> valid = new ConcurrentHashMap<>();
    /** Refresh tokens that get a pair, with their sessions. */
    final Map<String, String> refreshable = new ConcurrentHashMap<>();

    final Map<String, Map<String, Long>> trail = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private volatile BiPredicate<String, Integer> away = (path, number) -> false;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean forgetful;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FakeAccounts(HttpServer server) {
        this.server = server;
    }

    static FakeAccounts start() throws IOException {
        FakeAccounts fake =
                new FakeAccounts(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        fake.server.setExecutor(fake.threads);
        fake.server.createContext("/", fake::serve);
        fake.server.start();
        return fake;
    }

    List<URI> urls() {
        return List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Does what it is asked for, and answers 503 nevertheless: by the path, and the number of the request. */
    void loseAnswers(BiPredicate<String, Integer> which) {
        away = which;
    }

    /** From now on every repetition is a new request, for which spent tokens are good too. */
    void forgetOutcomes() {
        forgetful = true;
    }

    @Override
    public Map<String, Long> effects(String userId) {
        return trail.getOrDefault(userId, Map.of());
    }

    /** Forgets, or adds, effects. */
    void tamper(String userId, Deed deed, long change) {
        trail.computeIfAbsent(userId, any -> new ConcurrentHashMap<>()).merge(deed.label(), change, Long::sum);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .replace("Bearer ", "");
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            Said said = say(path, body, token, key);
            if (away.test(path, asked.incrementAndGet())) {
                FakeAuth.send(exchange, 503, "{}");
            } else {
                FakeAuth.send(exchange, said.status(), said.body());
            }
        }
    }

    private record Said(int status, String body) {}

    private synchronized Said say(String path, JsonNode body, String token, String key) {
        String email = body.path("email").asString("");
        String password = body.path("password").asString("");
        if (outcomes.containsKey(key)) {
            return new Said(200, String.valueOf(outcomes.get(key)));
        }
        return switch (path) {
            case "/v1/auth/register" -> register(email, password, key);
            case "/v1/auth/login" ->
                passwords.getOrDefault(email, Set.of()).contains(password)
                        ? did(Deed.LOGIN, id(email), UUID.randomUUID().toString(), key, 200)
                        : new Said(401, "{}");
            case "/v1/auth/refresh" -> refresh(body.path("refreshToken").asString(""), key);
            case "/v1/auth/password" -> change(token, body, key);
            case "/v1/auth/logout" -> logout(token);
            case "/v1/auth/validate" -> new Said(200, "{\"result\":{\"isValid\":" + valid.containsKey(token) + "}}");
            default -> new Said(404, "{}");
        };
    }

    private Said register(String email, String password, String key) {
        if (ids.containsKey(email)) {
            return new Said(409, "{}");
        }
        ids.put(email, UUID.randomUUID().toString());
        passwords.put(email, ConcurrentHashMap.newKeySet());
        passwords.getOrDefault(email, Set.of()).add(password);
        return did(Deed.REGISTER, id(email), UUID.randomUUID().toString(), key, 201);
    }

    private Said refresh(String refresh, String key) {
        String session = forgetful ? refreshable.get(refresh) : refreshable.remove(refresh);
        if (session == null) {
            return new Said(401, "{}");
        }
        return did(Deed.REFRESH, owners.getOrDefault(session, ""), session, key, 200);
    }

    private Said change(String token, JsonNode body, String key) {
        String session = valid.get(token);
        if (session == null) {
            return new Said(401, "{}");
        }
        String id = owners.getOrDefault(session, "");
        ids.forEach((email, owner) -> {
            if (owner.equals(id)) {
                passwords.put(email, Set.of(body.path("newPassword").asString("")));
            }
        });
        valid.values().removeIf(other -> id.equals(owners.get(other)));
        refreshable.values().removeIf(other -> id.equals(owners.get(other)));
        return did(Deed.CHANGE_PASSWORD, id, UUID.randomUUID().toString(), key, 200);
    }

    private Said logout(String token) {
        String session = valid.get(token);
        if (session != null) {
            valid.values().removeIf(session::equals);
            refreshable.values().removeIf(session::equals);
            tamper(owners.getOrDefault(session, ""), Deed.LOGOUT, 1);
        }
        return new Said(200, "{}");
    }

    private Said did(Deed deed, String id, String session, String key, int status) {
        String token = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID().toString();
        owners.put(session, id);
        valid.put(token, session);
        refreshable.put(refresh, session);
        tamper(id, deed, 1);
        String body = "{\"result\":{\"userID\":\"%s\",\"token\":\"%s\",\"refreshToken\":\"%s\"}}"
                .formatted(id, token, refresh);
        if (!key.equals("null") && !forgetful) {
            outcomes.put(key, body);
        }
        return new Said(status, body);
    }

    private String id(String email) {
        return ids.getOrDefault(email, "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
