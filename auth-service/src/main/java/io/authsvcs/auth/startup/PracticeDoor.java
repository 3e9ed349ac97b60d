package io.authsvcs.auth.startup;

import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** A way in for this instance itself, which nobody else knows of, and through which everything goes as it does for callers. */
@Component
class PracticeDoor {
    /** Who takes longer teaches nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ObjectProvider<HttpHandler> handler;
    private final GatewayKey key;

    /** @param handler is made later than this */
    PracticeDoor(ObjectProvider<HttpHandler> handler, GatewayKey key) {
        this.handler = handler;
        this.key = key;
    }

    /** Open for as long as this takes. */
    <T> Mono<T> open(Function<Caller, Mono<T>> practice) {
        return Mono.usingWhen(
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .handle(new ReactorHttpHandlerAdapter(handler.getObject()))
                        .bind(),
                server -> practice.apply(
                        new Caller(HttpClient.create().host("127.0.0.1").port(server.port()), key)),
                server -> Mono.fromRunnable(server::dispose));
    }

    record Caller(HttpClient client, GatewayKey key) {
        /** As gateways ask. */
        Mono<Integer> validate(List<String> tokens) {
            return statusOf(client.headers(headers -> headers.set(HeaderNames.GATEWAY, key.pass()))
                    .post()
                    .uri(GatheredTokens.PATH)
                    .send(Mono.fromSupplier(
                            () -> Unpooled.copiedBuffer(String.join("\n", tokens), StandardCharsets.UTF_8))));
        }

        Mono<Integer> validate(String token) {
            return statusOf(client.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token))
                    .get()
                    .uri("/v1/auth/validate"));
        }

        /** Is refused before anything is looked up or counted. */
        Mono<Integer> logInWithNothing() {
            return statusOf(client.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                    .post()
                    .uri("/v1/auth/login")
                    .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[] {'{', '}'}))));
        }

        /** What fails here fails for callers as well, and is told then. */
        private static Mono<Integer> statusOf(HttpClient.ResponseReceiver<?> request) {
            return request.responseSingle((response, body) ->
                            body.then(Mono.just(response.status().code())))
                    .timeout(PATIENCE)
                    .onErrorComplete();
        }
    }
}
