package io.authsvcs.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.authsvcs.common.GatewayKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of an instance as knows the key of these tests. */
final class Prover implements AutoCloseable {
    private static final GatewayKey KEY = GatewayKey.of("0123456789abcdef0123456789abcdef");

    private final HttpServer server;
    private final String id;
    private final String address;
    private final List<String> nonces = new CopyOnWriteArrayList<>();

    private Prover(HttpServer server, String id, String address) {
        this.server = server;
        this.id = id;
        this.address = address;
    }

    /** Where it says that it is. */
    static Prover as(String id) throws IOException {
        HttpServer server = server();
        return started(new Prover(server, id, "127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Somewhere else than it says. */
    static Prover at(String id, String address) throws IOException {
        return started(new Prover(server(), id, address));
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
    }

    private static Prover started(Prover prover) {
        prover.server.createContext("/internal/instance", prover::answer);
        prover.server.start();
        return prover;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String nonce = exchange.getRequestHeaders().getFirst("X-Probe-Nonce");
        nonces.add(nonce);
        byte[] body = ("{\"id\":\"asked\",\"state\":\"UP\",\"proof\":\"" + KEY.proof(nonce, id, address) + "\"}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    List<String> nonces() {
        return nonces;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
