package io.authsvcs.auth.flow;

import io.authsvcs.auth.flow.ValidateToken.Verdict;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A partner asks whether it may believe a token. Access tokens only: a refresh token can't be used at a partner, so it
 * isn't active there (RFC 7662 §4 with RFC 6749 §1.5); else one that was sent by mistake would open the door.
 */
@Component
public class Introspect {
    private final ValidateToken validateToken;

    Introspect(ValidateToken validateToken) {
        this.validateToken = validateToken;
    }

    /** Empty where it isn't active: why is nothing that a partner should know (RFC 7662 §2.2). */
    public Mono<Verdict.Valid> token(String token) {
        return validateToken.check(token).ofType(Verdict.Valid.class);
    }
}
