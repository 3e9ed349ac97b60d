package io.authsvcs.auth.flow;

import io.authsvcs.auth.factor.SecondFactorPolicy;
import io.authsvcs.auth.session.SessionState;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.token.AccessClaims;
import io.authsvcs.auth.token.AccessTokens;
import io.authsvcs.auth.token.TokenKinds;
import io.authsvcs.auth.token.TokenKinds.Kind;
import io.authsvcs.auth.token.TokenVerdict;
import io.authsvcs.auth.token.TokenVerdict.Expired;
import io.authsvcs.auth.token.TokenVerdict.Genuine;
import io.authsvcs.auth.token.TokenVerdict.InvalidSignature;
import io.authsvcs.auth.token.TokenVerdict.Malformed;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether a token may be believed now: itself first, then its session as the database has it. */
@Component
public class ValidateToken {
    private final TokenKinds kinds;
    private final AccessTokens accessTokens;
    private final FindReference findReference;
    private final Sessions sessions;
    private final SecondFactorPolicy policy;

    ValidateToken(
            TokenKinds kinds,
            AccessTokens accessTokens,
            FindReference findReference,
            Sessions sessions,
            SecondFactorPolicy policy) {
        this.kinds = kinds;
        this.accessTokens = accessTokens;
        this.findReference = findReference;
        this.sessions = sessions;
        this.policy = policy;
    }

    /** How a validation ends. */
    public sealed interface Verdict {
        record Valid(Claims claims, SessionState session) implements Verdict {}

        record Invalid(Reason reason) implements Verdict {}
    }

    /** Why a token is not to be believed, in the words that callers read. */
    public enum Reason {
        MALFORMED("jwt malformed"),
        INVALID_SIGNATURE("invalid signature"),
        EXPIRED("jwt expired"),
        SESSION_REVOKED("session revoked"),
        USER_INACTIVE("user inactive");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public Mono<Verdict> check(String token) {
        return check(PresentedToken.of(token));
    }

    /** What these checks give, in their order. The sessions of their tokens are looked up together. */
    public <T> Flux<T> together(List<Mono<T>> checks) {
        return sessions.together(checks);
    }

    public Mono<Verdict> check(PresentedToken presented) {
        return switch (kinds.of(presented.text())) {
            case Kind.Jwt(var token) -> accessTokens.verifyByNewestKeys(token).flatMap(this::check);
            case Kind.OfSession(var id) -> judge(sessions.find(id), Reason.SESSION_REVOKED);
            case Kind.Reference(var token) -> judge(findReference.of(token, presented.partner()), Reason.MALFORMED);
        };
    }

    private Mono<Verdict> check(TokenVerdict verdict) {
        return switch (verdict) {
            case Genuine(AccessClaims claims) -> checkSession(claims);
            case Expired expired -> Mono.just(new Verdict.Invalid(Reason.EXPIRED));
            case InvalidSignature invalid -> Mono.just(new Verdict.Invalid(Reason.INVALID_SIGNATURE));
            case Malformed malformed -> Mono.just(new Verdict.Invalid(Reason.MALFORMED));
        };
    }

    private Mono<Verdict> checkSession(AccessClaims claims) {
        return sessions.find(claims.session())
                .map(session -> judge(Claims.of(claims), session))
                .defaultIfEmpty(new Verdict.Invalid(Reason.SESSION_REVOKED));
    }

    private Mono<Verdict> judge(Mono<SessionState> found, Reason ifNone) {
        return found.map(session -> judge(Claims.of(session), session)).defaultIfEmpty(new Verdict.Invalid(ifNone));
    }

    private Verdict judge(Claims claims, SessionState session) {
        return switch (session.life()) {
            // Whatever opened it, and whenever: a role that asks for two factors is nobody's who has shown one.
            case ALIVE ->
                policy.allows(session.methods(), session.held())
                        ? new Verdict.Valid(claims, session)
                        : new Verdict.Invalid(Reason.SESSION_REVOKED);
            case ENDED -> new Verdict.Invalid(Reason.SESSION_REVOKED);
            case EXPIRED -> new Verdict.Invalid(Reason.EXPIRED);
            case OWNER_INACTIVE -> new Verdict.Invalid(Reason.USER_INACTIVE);
        };
    }
}
