package io.authsvcs.gateway.upstream;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpStatusClass;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks an instance how it is, on a connection of its own. */
final class Probe implements AutoCloseable {
    private static final String PATH = "/internal/instance";
    private static final int CONNECTIONS = 1;

    private static final Set<Failure> NOBODY_THERE = EnumSet.of(Failure.REFUSED);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConnectionProvider connections;
    private final HttpClient client;

    /** What an instance answers. One that has no such path answers something else. */
    record Self(@Nullable String id, @Nullable String state) {}

    Probe(Duration connectTimeout, Duration answerTimeout, Duration idleTimeout) {
        this.connections = ConnectionProvider.builder("probes")
                .maxConnections(CONNECTIONS)
                .pendingAcquireTimeout(answerTimeout)
                .maxIdleTime(idleTimeout)
                .build();
        this.client = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
                .responseTimeout(answerTimeout);
    }

    Mono<Finding> look(Registration registration) {
        return client.host(registration.host())
                .port(registration.port())
                .get()
                .uri(PATH)
                .responseSingle((response, body) -> finding(registration.id(), response, body))
                .onErrorResume(cause -> Mono.just(findingOf(cause)));
    }

    private static Mono<Finding> finding(String id, HttpClientResponse response, ByteBufMono body) {
        if (NotReady.isSaidBy(response)) {
            return Mono.just(new Finding.Answer(Optional.of(Word.STARTING)));
        }
        if (response.status().codeClass() == HttpStatusClass.SERVER_ERROR) {
            return Mono.just(new Finding.Silence());
        }
        return body.asString().map(text -> read(id, text)).defaultIfEmpty(new Finding.Answer(Optional.empty()));
    }

    /** Whoever listens there under another id has taken the place of the one that was registered. */
    private static Finding read(String id, String text) {
        Self self = parse(text);
        boolean isAnother = self.id() != null && !self.id().equals(id);
        return isAnother
                ? new Finding.Nobody()
                : new Finding.Answer(Optional.ofNullable(self.state()).flatMap(Word::find));
    }

    private static Self parse(String text) {
        try {
            return JSON.readValue(text, Self.class);
        } catch (JacksonException foreign) {
            return new Self(null, null);
        }
    }

    private static Finding findingOf(Throwable cause) {
        return Failure.of(cause, false).filter(NOBODY_THERE::contains).isPresent()
                ? new Finding.Nobody()
                : new Finding.Silence();
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
