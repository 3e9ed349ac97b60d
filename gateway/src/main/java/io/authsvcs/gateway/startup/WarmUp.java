package io.authsvcs.gateway.startup;

import io.authsvcs.gateway.observability.Observe;
import io.authsvcs.gateway.upstream.Instances;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/**
 * Sends this gateway requests as clients will, through every step to instances and back, and nobody's: the first of a
 * Java process cost thirty times as much as later ones, and clients of a gateway that has just been restarted come all at
 * once. What instances are asked costs them next to nothing; where there are none, no client is waiting either.
 */
@Component
final class WarmUp implements SmartLifecycle {
    /** After the instances are known, and before the web server opens. */
    private static final int PHASE = 1;

    private static final int REQUESTS = 1_500;
    private static final int AT_ONCE = 4;

    /** Who takes longer teaches nothing, and must not keep a gateway from starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final HttpHandler handler;
    private final NettyServerCustomizer customizer;
    private final Observe observe;
    private final Instances instances;
    private final Duration time;
    private volatile boolean running;

    WarmUp(
            HttpHandler handler,
            NettyServerCustomizer customizer,
            Observe observe,
            Instances instances,
            StartupSettings settings) {
        this.handler = handler;
        this.customizer = customizer;
        this.observe = observe;
        this.instances = instances;
        this.time = settings.warmUp();
    }

    @Override
    public void start() {
        running = true;
        if (time.isPositive() && instances.usable() > 0) {
            observe.lookAway();
            try {
                practise();
            } finally {
                observe.lookAgain();
            }
        }
    }

    private void practise() {
        DisposableServer door = customizer
                .apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        try {
            practise(HttpClient.create().host("127.0.0.1").port(door.port()));
        } finally {
            door.disposeNow();
        }
    }

    private void practise(HttpClient client) {
        long began = System.nanoTime();
        Long answered = Flux.range(0, REQUESTS)
                .takeWhile(number -> System.nanoTime() - began < time.toNanos())
                .flatMap(number -> practise(client, number), AT_ONCE)
                .count()
                .block();
        LOG.info("Warmed up with {} requests in {} ms", answered, (System.nanoTime() - began) / 1_000_000);
    }

    private static Mono<Integer> practise(HttpClient client, int number) {
        return switch (number % 3) {
            case 0 -> validate(client);
            case 1 -> read(client);
            default -> write(client);
        };
    }

    /** A token is asked about with others, unlike all else. */
    private static Mono<Integer> validate(HttpClient client) {
        return statusOf(client.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer nobodys"))
                .get()
                .uri("/v1/auth/validate"));
    }

    private static Mono<Integer> read(HttpClient client) {
        return statusOf(client.get().uri("/v1/auth/validate"));
    }

    private static Mono<Integer> write(HttpClient client) {
        return statusOf(client.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .post()
                .uri("/v1/auth/login")
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[] {'{', '}'}))));
    }

    /** What fails here fails for clients as well, and is told then. */
    private static Mono<Integer> statusOf(HttpClient.ResponseReceiver<?> request) {
        return request.responseSingle((response, body) ->
                        body.then(Mono.just(response.status().code())))
                .timeout(PATIENCE)
                .onErrorComplete();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
