package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Particulars;
import io.authsvcs.auth.identity.Subject;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What single contracts show of somebody. */
@Component
public class ShowParticulars {
    private final Identities identities;

    ShowParticulars(Identities identities) {
        this.identities = identities;
    }

    public Mono<Particulars> of(Subject subject) {
        return identities.particulars(subject);
    }
}
