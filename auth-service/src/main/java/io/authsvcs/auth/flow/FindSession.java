package io.authsvcs.auth.flow;

import io.authsvcs.auth.flow.ValidateToken.Reason;
import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionState;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.TokenKinds;
import io.authsvcs.auth.token.TokenKinds.Kind;
import io.authsvcs.auth.token.TokenVerdict;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which session a token belongs to, for whoever wants to end it. Too old to be used, it may still end the session that
 * outlives it.
 */
@Component
class FindSession {
    private final TokenKinds kinds;
    private final AccessTokens accessTokens;
    private final FindReference findReference;

    FindSession(TokenKinds kinds, AccessTokens accessTokens, FindReference findReference) {
        this.kinds = kinds;
        this.accessTokens = accessTokens;
        this.findReference = findReference;
    }

    /** How it ends. */
    sealed interface Result {
        record Found(SessionId session) implements Result {}

        record NotOurs(Reason reason) implements Result {}
    }

    Mono<Result> of(PresentedToken presented) {
        return switch (kinds.of(presented.text())) {
            case Kind.Jwt(var token) -> Mono.just(of(accessTokens.verify(token)));
            case Kind.OfSession(var session) -> Mono.just(new Result.Found(session));
            case Kind.Reference(var token) ->
                findReference
                        .of(token, presented.partner())
                        .map(SessionState::id)
                        .<Result>map(Result.Found::new)
                        .defaultIfEmpty(new Result.NotOurs(Reason.MALFORMED));
        };
    }

    private static Result of(TokenVerdict verdict) {
        return switch (verdict) {
            case Genuine(var claims) -> new Result.Found(claims.session());
            case Expired(var claims) -> new Result.Found(claims.session());
            case InvalidSignature invalid -> new Result.NotOurs(Reason.INVALID_SIGNATURE);
            case Malformed malformed -> new Result.NotOurs(Reason.MALFORMED);
        };
    }
}
