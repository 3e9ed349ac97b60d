package io.authsvcs.auth.flow;

import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.session.Turns;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody shows a token and gets their session as of now, of which another token can be made; the shown one lives on. */
@Component
public class ReissueToken {
    private final ValidateToken validateToken;
    private final Identities identities;
    private final Turns turns;

    ReissueToken(ValidateToken validateToken, Identities identities, Turns turns) {
        this.validateToken = validateToken;
        this.identities = identities;
        this.turns = turns;
    }

    /** How it ends. */
    public sealed interface Result {
        record Reissued(Opened opened) implements Result {}

        record Refused(Reason reason) implements Result {}
    }

    public Mono<Result> of(PresentedToken token) {
        return validateToken.check(token).flatMap(verdict -> switch (verdict) {
            case Verdict.Valid valid -> open(valid.claims()).<Result>map(Result.Reissued::new);
            case Verdict.Invalid(Reason reason) -> Mono.just(new Result.Refused(reason));
        });
    }

    private Mono<Opened> open(Claims claims) {
        return identities.find(claims.subject()).zipWith(turns.findNow(claims.session()), Opened::new);
    }
}
