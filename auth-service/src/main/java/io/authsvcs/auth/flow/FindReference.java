package io.authsvcs.auth.flow;

import io.authsvcs.auth.flow.AuthenticatePartner.Verdict;
import io.authsvcs.auth.session.References;
import io.authsvcs.auth.session.SessionState;
import io.authsvcs.auth.token.OpaqueToken;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where a reference token leads, for whoever shows it: if they call through a partner, only to what is that partner's. */
@Component
class FindReference {
    private final References references;
    private final AuthenticatePartner authenticatePartner;

    FindReference(References references, AuthenticatePartner authenticatePartner) {
        this.references = references;
        this.authenticatePartner = authenticatePartner;
    }

    /** Empty where it isn't one of ours, or isn't theirs. */
    Mono<SessionState> of(OpaqueToken token, Optional<String> partnerToken) {
        return references
                .find(token.hash())
                .filterWhen(session ->
                        partnerToken.map(given -> isOf(session, given)).orElseGet(() -> Mono.just(true)));
    }

    private Mono<Boolean> isOf(SessionState session, String partnerToken) {
        return authenticatePartner
                .by(partnerToken)
                .map(verdict -> verdict instanceof Verdict.Authentic(var partner)
                        && session.partner().equals(Optional.of(partner.id().id())));
    }
}
