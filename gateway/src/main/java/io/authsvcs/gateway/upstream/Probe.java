package io.authsvcs.gateway.upstream;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Finds out what is where an instance should be, by one cheap request on a connection of its own. */
final class Probe {
    /** Any path would do, for an instance that isn't ready refuses them all. This one asks no database. */
    private static final String PATH = "/.well-known/jwks.json";

    private static final Set<Failure> NOBODY_THERE = EnumSet.of(Failure.REFUSED, Failure.UNREACHED);

    private final HttpClient client;

    /** What is there. */
    enum Finding {
        NOBODY,
        /** Somebody listens who isn't ready, or doesn't answer in time. */
        NOT_SERVING,
        SERVING
    }

    Probe(Duration connectTimeout, Duration answerTimeout) {
        this.client = HttpClient.newConnection()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
                .responseTimeout(answerTimeout)
                .headers(headers -> headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE));
    }

    Mono<Finding> look(Registration registration) {
        return client.host(registration.host())
                .port(registration.port())
                .get()
                .uri(PATH)
                .response()
                .map(Probe::findingOf)
                .onErrorResume(cause -> Mono.just(findingOf(cause)));
    }

    private static Finding findingOf(HttpClientResponse response) {
        return NotReady.isSaidBy(response) ? Finding.NOT_SERVING : Finding.SERVING;
    }

    private static Finding findingOf(Throwable cause) {
        return Failure.of(cause, false).filter(NOBODY_THERE::contains).isPresent()
                ? Finding.NOBODY
                : Finding.NOT_SERVING;
    }
}
