package io.authsvcs.auth.flow;

import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.partner.Partners;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A machine client proves by its token who it is. */
@Component
public class AuthenticatePartner {
    private final Partners partners;

    AuthenticatePartner(Partners partners) {
        this.partners = partners;
    }

    /** How it ends. */
    public sealed interface Verdict {
        record Authentic(Partner partner) implements Verdict {}

        /** The token is right, but its partner may not call. */
        record Disabled() implements Verdict {}

        record Unknown() implements Verdict {}
    }

    public Mono<Verdict> by(String token) {
        return partners.authenticate(token)
                .<Verdict>map(partner -> partner.isActive() ? new Verdict.Authentic(partner) : new Verdict.Disabled())
                .defaultIfEmpty(new Verdict.Unknown());
    }
}
