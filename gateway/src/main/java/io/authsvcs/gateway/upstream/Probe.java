package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpStatusClass;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks an instance how it is, on a connection of its own. */
final class Probe implements AutoCloseable {
    private static final int CONNECTIONS = 1;

    /** In bytes. An instance says less than a hundred. */
    private static final int LONGEST_ANSWER = 4 * 1024;

    private static final Set<Failure> NOBODY_THERE = EnumSet.of(Failure.REFUSED);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Duration patience;

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
        this.patience = connectTimeout.plus(answerTimeout);
    }

    Mono<Finding> look(Registration registration) {
        return client.host(registration.host())
                .port(registration.port())
                .get()
                .uri(Word.PATH)
                .response((response, body) -> finding(registration.id(), response, body))
                .single()
                // For all of it: the answer's own begins again with each byte.
                .timeout(patience)
                .onErrorResume(cause -> Mono.just(findingOf(cause)));
    }

    private static Mono<Finding> finding(String id, HttpClientResponse response, ByteBufFlux body) {
        if (NotReady.isSaidBy(response)) {
            return Mono.just(new Finding.Answer(Optional.of(Word.STARTING)));
        }
        if (response.status().codeClass() == HttpStatusClass.SERVER_ERROR) {
            return Mono.just(new Finding.Silence());
        }
        return body.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, Probe::append)
                .map(whole -> read(id, whole.toString(StandardCharsets.UTF_8)));
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream whole, byte[] part) {
        if (whole.size() + part.length > LONGEST_ANSWER) {
            throw new TooLongFrameException("More than " + LONGEST_ANSWER + " bytes of an instance's state");
        }
        whole.writeBytes(part);
        return whole;
    }

    /** Whoever listens there under another id has taken the place of the one that was registered. */
    private static Finding read(String id, String text) {
        Self self = parse(text);
        boolean isAnother = self.id() != null && !self.id().equals(id);
        return isAnother
                ? new Finding.Another()
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
