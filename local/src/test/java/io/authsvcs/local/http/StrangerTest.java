package io.authsvcs.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrangerTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final List<String> callers = new ArrayList<>();
    private HttpServer server;
    private boolean chunked;
    private boolean closing;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void oneConnectionIsKept() {
        try (Stranger stranger = stranger()) {
            assertThat(stranger.ask(Question.post("/a", Map.of("b", "c"))).text("/body"))
                    .isEqualTo("{\"b\":\"c\"}");
            assertThat(stranger.ask(Question.get("/a")).status()).isEqualTo(200);
        }
        assertThat(callers).hasSize(2).containsOnly(callers.getFirst());
    }

    @Test
    void chunksAreOneBody() {
        chunked = true;
        try (Stranger stranger = stranger()) {
            assertThat(stranger.ask(Question.get("/a")).body()).isEqualTo("{\"body\":\"\"}");
            assertThat(stranger.ask(Question.get("/a")).body()).isEqualTo("{\"body\":\"\"}");
        }
    }

    @Test
    void whereAConnectionHasEndedAnotherOneIsMade() {
        closing = true;
        try (Stranger stranger = stranger()) {
            assertThat(stranger.ask(Question.get("/a")).status()).isEqualTo(200);
            assertThat(stranger.ask(Question.get("/a")).status()).isEqualTo(200);
        }
        assertThat(callers).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void nobodyAnsweringIsToldWithAnAddressAndACure() {
        server.stop(0);
        try (Stranger stranger = stranger()) {
            assertThatThrownBy(() -> stranger.ask(Question.get("/a")))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("Nobody answers at " + url())
                    .hasMessageContaining("authctl status");
        }
    }

    @Test
    void aWitnessSeesWhatWasAskedAndAnswered() {
        List<String> seen = new ArrayList<>();
        try (Stranger stranger = new Stranger(HERE, url(), (question, answer) -> seen.add(question + " " + answer))) {
            var _ = stranger.ask(Question.get("/a"));
        }

        assertThat(seen).containsExactly("GET /a 200");
    }

    @Test
    void whatAHeaderSaysIsRead() {
        Answer answer = new Answer(
                429, List.of("retry-after: 12", "Set-Cookie: a=b", "Set-Cookie: auth_device=x; Path=/"), "no JSON");

        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(12));
        assertThat(answer.cookie("auth_device")).contains("x");
        assertThat(answer.cookie("auth_session")).isEmpty();
        assertThat(answer.text("/a")).isEmpty();
    }

    private Stranger stranger() {
        return new Stranger(HERE, url(), Witness.none());
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        callers.add(exchange.getRemoteAddress().toString());
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] body = ("{\"body\":\"" + asked.replace("\"", "\\\"") + "\"}").getBytes(StandardCharsets.UTF_8);
        if (closing) {
            exchange.getResponseHeaders().add("Connection", "close");
        }
        exchange.sendResponseHeaders(200, chunked ? 0 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
