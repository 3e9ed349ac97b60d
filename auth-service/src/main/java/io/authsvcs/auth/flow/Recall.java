package io.authsvcs.auth.flow;

import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.idempotency.Effects.Done;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import io.authsvcs.auth.session.Turns;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The session that a write of the same key opened before, as it was then. */
@Component
class Recall {
    private final Effects effects;
    private final Identities identities;
    private final Turns turns;

    Recall(Effects effects, Identities identities, Turns turns) {
        this.effects = effects;
        this.identities = identities;
        this.turns = turns;
    }

    /** Empty where there was none. */
    Mono<Opened> opened(Optional<IdempotencyKey> key) {
        return effects.find(key)
                .flatMap(done -> Mono.justOrEmpty(done.effect().session()).flatMap(session -> opened(done, session)));
    }

    private Mono<Opened> opened(Done done, SessionId session) {
        return identities
                .find(done.effect().subject())
                .zipWith(turns.find(session), (identity, present) -> new Opened(identity, asThen(done, present)));
    }

    private static SessionTurn asThen(Done done, SessionTurn present) {
        return new SessionTurn(
                present.session(),
                done.effect().turn(),
                done.at(),
                present.expiresAt(),
                present.persistent(),
                present.methods());
    }
}
