package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Violation;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody who is registered. */
@Component
public class Identities {
    private final IdentityRows rows;

    Identities(IdentityRows rows) {
        this.rows = rows;
    }

    public Mono<Identity> find(Subject subject) {
        return rows.find(subject);
    }

    /** Adds somebody; what stands in the way, an identifier that is taken, is {@link #taken} of the error. */
    public Mono<Identity> add(NewIdentity identity) {
        return rows.insert(identity);
    }

    /** Which identifier was taken, if that is why {@link #add} failed. */
    public static Optional<TakenIdentifier> taken(Throwable failure) {
        return Violation.constraint(failure).flatMap(TakenIdentifier::ofConstraint);
    }
}
