package io.authsvcs.gateway.upstream;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Word;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpStatusClass;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks an instance how it is, and to prove that it is one, on a connection of its own. */
final class Probe implements AutoCloseable {
    private static final int CONNECTIONS = 1;

    /** In bytes. An instance says less than a hundred. */
    private static final int LONGEST_ANSWER = 4 * 1024;

    private static final Set<Failure> NOBODY_THERE = EnumSet.of(Failure.REFUSED);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Transport transport;
    private final Duration patience;
    private final BiPredicate<Challenge, String> proves;

    /** What an instance answers. Somebody else may answer anything. */
    record Self(
            @Nullable String id,
            @Nullable String state,
            @Nullable Integer tokensAtOnce,
            @Nullable String proof) {
        boolean takesGatheredTokens() {
            return tokensAtOnce != null && tokensAtOnce >= GatheredTokens.MOST;
        }
    }

    /** @param proves whether this answer meets a challenge */
    Probe(
            Transport transport,
            Duration connectTimeout,
            Duration answerTimeout,
            Duration idleTimeout,
            BiPredicate<Challenge, String> proves) {
        this.connections = ConnectionProvider.builder("probes")
                .maxConnections(CONNECTIONS)
                .pendingAcquireTimeout(answerTimeout)
                .maxIdleTime(idleTimeout)
                .build();
        this.transport = transport;
        this.client = transport
                .on(HttpClient.create(connections))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
                .responseTimeout(answerTimeout);
        this.patience = connectTimeout.plus(answerTimeout);
        this.proves = proves;
    }

    Mono<Finding> look(Registration registration) {
        return transport
                .objection(registration)
                .map(why -> Mono.<Finding>just(new Finding.Untrusted(why)))
                .orElseGet(() -> ask(registration));
    }

    private Mono<Finding> ask(Registration registration) {
        Challenge challenge = Challenge.to(registration);
        return client.host(registration.host())
                .port(registration.port())
                .headers(headers -> headers.set(HeaderNames.NONCE, challenge.nonce()))
                .get()
                .uri(Word.PATH)
                .response((response, body) -> finding(challenge, response, body))
                .single()
                // For all of it: the answer's own begins again with each byte.
                .timeout(patience)
                .onErrorResume(cause -> Mono.just(findingOf(cause)));
    }

    private Mono<Finding> finding(Challenge challenge, HttpClientResponse response, ByteBufFlux body) {
        if (NotReady.isSaidBy(response)) {
            return Mono.just(new Finding.Answer(Optional.of(Word.STARTING), false));
        }
        if (response.status().codeClass() == HttpStatusClass.SERVER_ERROR) {
            return Mono.just(new Finding.Silence());
        }
        return body.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, Probe::append)
                .map(whole -> read(challenge, whole.toString(StandardCharsets.UTF_8)));
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream whole, byte[] part) {
        if (whole.size() + part.length > LONGEST_ANSWER) {
            throw new TooLongFrameException("More than " + LONGEST_ANSWER + " bytes of an instance's state");
        }
        whole.writeBytes(part);
        return whole;
    }

    /** Whoever listens there under another id, or can't prove himself, has taken the place of the one that was registered. */
    private Finding read(Challenge challenge, String text) {
        Self self = parse(text);
        boolean isAnother =
                self.id() != null && !self.id().equals(challenge.asked().id());
        return isAnother || !proves.test(challenge, Objects.requireNonNullElse(self.proof(), ""))
                ? new Finding.Another()
                : new Finding.Answer(Optional.ofNullable(self.state()).flatMap(Word::find), self.takesGatheredTokens());
    }

    private static Self parse(String text) {
        try {
            return JSON.readValue(text, Self.class);
        } catch (JacksonException foreign) {
            return new Self(null, null, null, null);
        }
    }

    private static Finding findingOf(Throwable cause) {
        return Transport.distrust(cause)
                .<Finding>map(Finding.Untrusted::new)
                .orElseGet(() ->
                        Failure.of(cause, false).filter(NOBODY_THERE::contains).isPresent()
                                ? new Finding.Nobody()
                                : new Finding.Silence());
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
