package io.authsvcs.auth.flow;

import io.authsvcs.auth.flow.ValidateToken.Verdict;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the holder of a valid token is known by. */
@Component
public class ShowProfile {
    private final ValidateToken validateToken;
    private final Identities identities;

    ShowProfile(ValidateToken validateToken, Identities identities) {
        this.validateToken = validateToken;
        this.identities = identities;
    }

    /** How asking for a profile ends. */
    public sealed interface Result {
        record Found(Identity identity) implements Result {}

        record Refused(ValidateToken.Reason reason) implements Result {}
    }

    public Mono<Result> of(String token) {
        return validateToken.check(token).flatMap(verdict -> switch (verdict) {
            case Verdict.Valid valid ->
                identities.find(valid.claims().subject()).map(Result.Found::new);
            case Verdict.Invalid(ValidateToken.Reason reason) -> Mono.just(new Result.Refused(reason));
        });
    }
}
