package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody who has signed in is known by. */
@Component
public class ShowProfile {
    private final Identities identities;

    ShowProfile(Identities identities) {
        this.identities = identities;
    }

    public Mono<Identity> of(Subject subject) {
        return identities.find(subject);
    }
}
