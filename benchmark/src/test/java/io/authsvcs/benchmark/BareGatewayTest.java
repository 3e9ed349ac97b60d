package io.authsvcs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.netty.DisposableServer;

class BareGatewayTest {
    private static final String ANSWER = "{\"result\":{\"valid\":true}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final DisposableServer backend =
            StaticBackend.of(ANSWER.getBytes(UTF_8)).listen(0);

    @AfterEach
    void close() {
        client.close();
        backend.disposeNow();
    }

    @Test
    void theBackendAnswersTheSameToEverybodyAgainAndAgain() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertIsTheAnswer(ask(backend.port()));
        }
    }

    @Test
    void theGatewayPassesItOn() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext gateway = new SpringApplicationBuilder(BareGateway.class)
                .run("--BARE_PORT=0", "--BARE_BACKEND=http://127.0.0.1:" + backend.port())) {
            assertIsTheAnswer(ask(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
        }
    }

    private static void assertIsTheAnswer(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(ANSWER);
    }

    private HttpResponse<String> ask(int port) throws IOException, InterruptedException {
        URI any = URI.create("http://127.0.0.1:" + port + "/v1/auth/validate");
        return client.send(HttpRequest.newBuilder(any).build(), BodyHandlers.ofString());
    }
}
