package io.authsvcs.auth.flow;

import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.Effects.Done;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.session.Turns;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.RefreshTokens;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last station of every way in: the tokens of a turn, made after the transaction, which no signing should hold open. */
@Component
class IssueGrant {
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Effects effects;
    private final Identities identities;
    private final Turns turns;

    IssueGrant(
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Effects effects,
            Identities identities,
            Turns turns) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.effects = effects;
        this.identities = identities;
        this.turns = turns;
    }

    Mono<Grant> of(Opened opened) {
        return accessTokens
                .issue(opened.identity(), opened.turn())
                .map(token -> new Grant(opened.identity().subject(), token, refreshTokens.of(opened.turn())));
    }

    /** The grant that this key led to before; empty where there was none. */
    Mono<Grant> again(Optional<IdempotencyKey> key) {
        return effects.find(key)
                .flatMap(done -> Mono.justOrEmpty(done.effect().session()).flatMap(session -> recall(done, session)))
                .flatMap(this::of);
    }

    private Mono<Opened> recall(Done done, SessionId session) {
        return identities
                .find(done.effect().subject())
                .zipWith(turns.find(session), (identity, present) -> new Opened(identity, asThen(done, present)));
    }

    private static SessionTurn asThen(Done done, SessionTurn present) {
        return new SessionTurn(present.session(), done.effect().turn(), done.at(), present.expiresAt());
    }
}
