package io.authsvcs.auth.identity;

import io.authsvcs.auth.persistence.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody who is registered. */
@Component
public class Identities {
    private final IdentityRows rows;
    private final NewcomerRows newcomers;
    private final ClashRows clashes;
    private final ParticularRows particulars;

    Identities(IdentityRows rows, NewcomerRows newcomers, ClashRows clashes, ParticularRows particulars) {
        this.rows = rows;
        this.newcomers = newcomers;
        this.clashes = clashes;
        this.particulars = particulars;
    }

    public Mono<Identity> find(Subject subject) {
        return rows.find(subject);
    }

    /** Makes somebody active who was pending, as their address is proved. */
    public Mono<Identity> activate(Subject subject) {
        return rows.activate(subject);
    }

    /** Their e-mail address is theirs: they have brought what was sent there. */
    public Mono<Void> confirmEmail(Subject subject) {
        return rows.confirmEmail(subject);
    }

    /** What only single contracts show of somebody. */
    public Mono<Particulars> particulars(Subject subject) {
        return particulars.find(subject);
    }

    /** Replaces all attributes of somebody; whether there is anybody. */
    public Mono<Boolean> setAttributes(Subject subject, Attributes attributes) {
        return particulars.update(subject, attributes);
    }

    /** Adds somebody; what stands in the way, an identifier that is taken, is {@link #taken} of the error. */
    public Mono<Identity> add(NewIdentity identity) {
        return rows.insert(identity);
    }

    /** Adds many at once; those who were, all but whose identifiers are there already. */
    public Mono<Set<Subject>> addAll(List<MovedIdentity> identities) {
        return newcomers.insertAll(identities);
    }

    /** Who of them, added or not, brings a key of somebody else. */
    public Mono<List<Clash>> clashes(List<MovedIdentity> identities) {
        return clashes.findAll(identities);
    }

    /** Whether there is an administrator, active or not. */
    public Mono<Boolean> haveAdministrator() {
        return rows.haveAdministrator();
    }

    /** Holds somebody as they are until the transaction ends: none of their sessions is ended by anybody else. */
    public Mono<Void> lock(Subject subject) {
        return rows.lock(subject);
    }

    /** Ends all sessions of somebody, however many; with the generation that a new one has to carry. */
    public Mono<Identity> endSessions(Subject subject) {
        return rows.raiseGeneration(subject);
    }

    /**
     * Changes what somebody is known by; empty where they could be reached by nothing any more. An identifier that is taken
     * is {@link #taken} of the error.
     */
    public Mono<Identity> change(Subject subject, ProfileChange change) {
        return rows.update(subject, change);
    }

    /** Which identifier was taken, if that is why {@link #add} or {@link #change} failed. */
    public static Optional<TakenIdentifier> taken(Throwable failure) {
        return Violation.constraint(failure).flatMap(TakenIdentifier::ofConstraint);
    }
}
