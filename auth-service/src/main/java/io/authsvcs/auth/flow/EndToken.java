package io.authsvcs.auth.flow;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.References;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody ends one of their own reference tokens, with its session: once this has answered, no instance accepts it. */
@Component
public class EndToken {
    private final References references;
    private final EndSession endSession;
    private final Effects effects;
    private final Database database;

    EndToken(References references, EndSession endSession, Effects effects, Database database) {
        this.references = references;
        this.endSession = endSession;
        this.effects = effects;
        this.database = database;
    }

    /**
     * @param label of the token
     * @param key by which a repetition is known: what it means has ended by the first
     */
    public record Attempt(String label, Subject owner, Optional<IdempotencyKey> key, Caller caller) {}

    /** Whether there is such a token of theirs. */
    public Mono<Boolean> end(Attempt attempt) {
        return database.inTransaction(effects.find(attempt.key())
                .filter(done -> done.effect().subject().equals(attempt.owner()))
                .map(done -> true)
                .switchIfEmpty(Mono.defer(() -> endNow(attempt))));
    }

    private Mono<Boolean> endNow(Attempt attempt) {
        return references
                .find(attempt.owner(), attempt.label())
                .flatMapIterable(found -> found)
                .concatMap(session -> endSession.end(session, attempt.owner(), attempt.caller()))
                .reduce(false, Boolean::logicalOr)
                .flatMap(any -> any
                        ? effects.claim(attempt.key(), Effect.of(attempt.owner()))
                                .thenReturn(true)
                        : Mono.just(false));
    }
}
