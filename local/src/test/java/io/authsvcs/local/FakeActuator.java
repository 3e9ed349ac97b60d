package io.authsvcs.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The management port of a gateway, which is always ready and sees what it was told to see. */
public final class FakeActuator implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();

    private FakeActuator(HttpServer server) {
        this.server = server;
    }

    public static FakeActuator start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeActuator actuator = new FakeActuator(server);
        server.createContext("/", actuator::answer);
        server.start();
        return actuator;
    }

    public FakeActuator seeing(String instance, String state) {
        states.put(instance, state);
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How often somebody asked for the instances. */
    public int looks() {
        return looks.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = instances().getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestURI().getPath().equals("/actuator/instances")) {
            looks.incrementAndGet();
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String instances() {
        return states.entrySet().stream()
                .map(each -> "{\"id\":\"" + each.getKey() + "\",\"state\":\"" + each.getValue() + "\"}")
                .collect(Collectors.joining(",", "{\"instances\":[", "]}"));
    }
}
