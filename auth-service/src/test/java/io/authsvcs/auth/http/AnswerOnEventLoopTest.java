package io.authsvcs.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class AnswerOnEventLoopTest {
    @Test
    void anAnswerFoundElsewhereIsWrittenOnTheConnectionsOwnThread() {
        HttpHandler elsewhere = (request, response) -> Mono.delay(Duration.ZERO, Schedulers.boundedElastic())
                .then(Mono.defer(() -> writeNameOfThread(response)));
        DisposableServer server = HttpServer.create()
                .handle(new ReactorHttpHandlerAdapter(new AnswerOnEventLoop().apply(elsewhere)))
                .bindNow();
        try {
            assertThat(nameOfThread(server)).startsWith("reactor-http");
        } finally {
            server.disposeNow();
        }
    }

    private static Mono<Void> writeNameOfThread(ServerHttpResponse response) {
        return response.writeWith(Mono.fromSupplier(() ->
                response.bufferFactory().wrap(Thread.currentThread().getName().getBytes(StandardCharsets.UTF_8))));
    }

    private static String nameOfThread(DisposableServer server) {
        return String.valueOf(WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + server.port())
                .build()
                .get()
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
