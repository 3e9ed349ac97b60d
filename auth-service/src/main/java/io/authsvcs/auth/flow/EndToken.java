package io.authsvcs.auth.flow;

import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.idempotency.Effect;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.persistence.Database;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionSummary;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.ReferenceTokens;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody ends one of their own reference tokens, with its session: once this has answered, no instance accepts it. */
@Component
public class EndToken {
    /** More than anybody has; each costs an HMAC, as what is kept of a token doesn't tell its beginning. */
    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final ReferenceTokens referenceTokens;
    private final EndSession endSession;
    private final Effects effects;
    private final Database database;

    EndToken(
            Sessions sessions,
            ReferenceTokens referenceTokens,
            EndSession endSession,
            Effects effects,
            Database database) {
        this.sessions = sessions;
        this.referenceTokens = referenceTokens;
        this.endSession = endSession;
        this.effects = effects;
        this.database = database;
    }

    /**
     * @param isMeant by the text of a token
     * @param key by which a repetition is known: what it means has ended by the first
     */
    public record Attempt(Predicate<String> isMeant, Subject owner, Optional<IdempotencyKey> key, Caller caller) {}

    /** Whether there is such a token of theirs. */
    public Mono<Boolean> end(Attempt attempt) {
        return database.inTransaction(effects.find(attempt.key())
                .filter(done -> done.effect().subject().equals(attempt.owner()))
                .map(done -> true)
                .switchIfEmpty(Mono.defer(() -> endNow(attempt))));
    }

    private Mono<Boolean> endNow(Attempt attempt) {
        return meant(attempt)
                .concatMap(session -> endSession.end(session, attempt.owner(), attempt.caller()))
                .reduce(false, Boolean::logicalOr)
                .flatMap(any -> any
                        ? effects.claim(attempt.key(), Effect.by(attempt.owner()))
                                .thenReturn(true)
                        : Mono.just(false));
    }

    private Flux<SessionId> meant(Attempt attempt) {
        return sessions.listReferenced(attempt.owner(), MOST)
                .flatMapIterable(found -> found)
                .map(SessionSummary::id)
                .filter(session ->
                        attempt.isMeant().test(referenceTokens.of(session).text()));
    }
}
