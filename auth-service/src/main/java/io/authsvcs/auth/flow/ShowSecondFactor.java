package io.authsvcs.auth.flow;

import io.authsvcs.auth.factor.SecondFactor;
import io.authsvcs.auth.factor.SecondFactors;
import io.authsvcs.auth.identity.Subject;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether somebody who has signed in has a second factor. */
@Component
public class ShowSecondFactor {
    private final SecondFactors secondFactors;

    ShowSecondFactor(SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
    }

    /** Pending or active; empty where there is none. */
    public Mono<SecondFactor> of(Subject subject) {
        return secondFactors.find(subject);
    }
}
