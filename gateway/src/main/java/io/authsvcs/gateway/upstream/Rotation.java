package io.authsvcs.gateway.upstream;

import io.authsvcs.common.Word;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes an instance out of rotation, and back, by its own word: so every gateway learns of it. */
public final class Rotation {
    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Instances instances;
    private final HttpClient client;

    Rotation(Instances instances, Transport transport, RegistrySettings registry, Duration connectTimeout) {
        this.instances = instances;
        this.client = transport
                .on(HttpClient.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
                .headers(headers -> headers.set(
                        HttpHeaders.AUTHORIZATION,
                        "Basic " + HttpHeaders.encodeBasicAuth(registry.username(), registry.password(), null)));
    }

    /** What an instance is asked for. */
    public enum Wish {
        DRAIN,
        UNDRAIN;

        /** As it is called everywhere: {@code drain}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    public sealed interface Reply {
        /** The instance has done it, and this gateway goes by it from now on. */
        record Done(State state) implements Reply {}

        record UnknownInstance() implements Reply {}

        /** Nobody has answered within two seconds; it may have been done all the same. */
        record Unanswered() implements Reply {}

        /** The registry's credentials, as this gateway has them, are not the instance's. */
        record Unauthorized() implements Reply {}

        /** It has answered something else, with this status. */
        record NotUnderstood(int status) implements Reply {}
    }

    /**
     * Asks the instance, and takes over its word before the reply is there. To ask twice changes nothing. Nobody else is
     * shown the registry's credentials.
     */
    public Mono<Reply> ask(Wish wish, String id) {
        return instances
                .find(id)
                .map(instance -> instance.isProven() ? tell(wish, instance) : Mono.<Reply>just(new Reply.Unanswered()))
                .orElseGet(() -> Mono.just(new Reply.UnknownInstance()));
    }

    private Mono<Reply> tell(Wish wish, Instance instance) {
        return ask(wish, instance.registration())
                .doOnNext(heard -> heard.word().ifPresent(word -> instances.told(instance.id(), word)))
                .map(Heard::reply);
    }

    private record Heard(Reply reply, Optional<Word> word) {
        static Heard of(Reply reply) {
            return new Heard(reply, Optional.empty());
        }

        static Heard of(Word word) {
            return new Heard(new Reply.Done(State.of(word)), Optional.of(word));
        }
    }

    private Mono<Heard> ask(Wish wish, Registration registration) {
        return client.host(registration.host())
                .port(registration.port())
                .post()
                .uri(Word.PATH + "/" + wish.label())
                .responseSingle(Rotation::hear)
                .timeout(PATIENCE)
                .onErrorResume(cause -> unanswered(wish, registration, cause));
    }

    private static Mono<Heard> unanswered(Wish wish, Registration registration, Throwable cause) {
        LOG.warn("Instance {} does not answer to {}: {}", registration.id(), wish.label(), String.valueOf(cause));
        return Mono.just(Heard.of(new Reply.Unanswered()));
    }

    private static Mono<Heard> hear(HttpClientResponse response, ByteBufMono body) {
        int status = response.status().code();
        return body.asString().defaultIfEmpty("").map(text -> switch (status) {
            case 200 -> wordIn(text).map(Heard::of).orElseGet(() -> Heard.of(new Reply.NotUnderstood(status)));
            case 401 -> Heard.of(new Reply.Unauthorized());
            default -> Heard.of(new Reply.NotUnderstood(status));
        });
    }

    private static Optional<Word> wordIn(String text) {
        try {
            return Word.find(JSON.readTree(text).path("state").asString(""));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
