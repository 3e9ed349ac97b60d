package io.authsvcs.auth.startup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a registry as one instance sees of it: it may lose what it was told. */
final class TestRegistry implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern PORT = Pattern.compile("\"port\"\\s*:\\s*\\{\\s*\"\\$\"\\s*:\\s*(\\d+)");
    private static final Pattern PORT_IN_USE = inUse("port");
    private static final Pattern SECURE_PORT = Pattern.compile("\"securePort\"\\s*:\\s*\\{\\s*\"\\$\"\\s*:\\s*(\\d+)");
    private static final Pattern SECURE_PORT_IN_USE = inUse("securePort");
    private static final Pattern HOST = Pattern.compile("\"hostName\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpServer server;
    private final List<String> registrations = new CopyOnWriteArrayList<>();
    private volatile String instances = "";

    private TestRegistry(HttpServer server) {
        this.server = server;
    }

    private static Pattern inUse(String port) {
        return Pattern.compile("\"" + port + "\"\\s*:\\s*\\{[^}]*\"@enabled\"\\s*:\\s*\"(\\w+)\"");
    }

    static TestRegistry start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            TestRegistry registry = new TestRegistry(server);
            server.createContext("/eureka/", registry::answer);
            server.start();
            return registry;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What an instance is told to find it. */
    String[] settings() {
        return new String[] {
            "eureka.client.register-with-eureka=true",
            "eureka.client.service-url.defaultZone=http://localhost:"
                    + server.getAddress().getPort() + "/eureka/"
        };
    }

    /** One that serves, and isn't the one under test. */
    void knowAnother() {
        instances = """
                {"name": "AUTH-SVCS", "instance": [{
                  "instanceId": "another", "app": "AUTH-SVCS", "vipAddress": "auth-svcs", "status": "UP",
                  "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
                  "port": {"$": 1, "@enabled": "true"}, "securePort": {"$": 2, "@enabled": "false"},
                  "dataCenterInfo": {
                    "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}
                }]}""";
    }

    /** It is restarted empty. */
    void forget() {
        registrations.clear();
    }

    /** As it was told last; empty where it knows of no instance. */
    String status() {
        return latest(STATUS);
    }

    /** As it was told last; empty where it knows of no instance. */
    String port() {
        return latest(PORT);
    }

    /** The port for TLS, and whether it is in use, as it was told last. */
    String securePort() {
        return latest(SECURE_PORT) + " " + latest(SECURE_PORT_IN_USE);
    }

    /** Whether the port without TLS is in use, as it was told last. */
    String isOpen() {
        return latest(PORT_IN_USE);
    }

    /** Where the instance is, as it was told last. */
    String host() {
        return latest(HOST);
    }

    private String latest(Pattern pattern) {
        if (registrations.isEmpty()) {
            return "";
        }
        Matcher found = pattern.matcher(registrations.getLast());
        return found.find() ? found.group(1) : "";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("GET")) {
                list(exchange);
                return;
            }
            exchange.sendResponseHeaders(status(exchange.getRequestMethod(), body), -1);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        byte[] list = ("{\"applications\": {\"versions__delta\": \"1\", \"apps__hashcode\": \"\", \"application\": ["
                        + instances + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, list.length);
        exchange.getResponseBody().write(list);
    }

    private int status(String method, String body) {
        return switch (method) {
            case "POST" -> {
                registrations.add(body);
                yield 204;
            }
            // It knows nobody of that name: who asks registers again.
            case "PUT" -> registrations.isEmpty() ? 404 : 200;
            default -> 200;
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
