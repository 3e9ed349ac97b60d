package io.authsvcs.auth.flow;

import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.AccessClaims;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends the session that a token belongs to: once this has answered, no instance accepts it. */
@Component
public class Logout {
    private final AccessTokens accessTokens;
    private final Sessions sessions;

    Logout(AccessTokens accessTokens, Sessions sessions) {
        this.accessTokens = accessTokens;
        this.sessions = sessions;
    }

    /** How a logout ends. */
    public sealed interface Result {
        /** Also where the session had ended before. */
        record LoggedOut() implements Result {}

        record NotOurs(Reason reason) implements Result {}
    }

    public Mono<Result> end(String token) {
        return switch (accessTokens.verify(token)) {
            case Genuine(AccessClaims claims) -> end(claims);
            // Too old to be used, but whoever holds it may still end the session that outlives it.
            case Expired(AccessClaims claims) -> end(claims);
            case InvalidSignature invalid -> Mono.just(new Result.NotOurs(Reason.INVALID_SIGNATURE));
            case Malformed malformed -> Mono.just(new Result.NotOurs(Reason.MALFORMED));
        };
    }

    private Mono<Result> end(AccessClaims claims) {
        return sessions.end(claims.session()).thenReturn(new Result.LoggedOut());
    }
}
