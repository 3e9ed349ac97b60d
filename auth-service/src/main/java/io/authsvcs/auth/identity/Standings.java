package io.authsvcs.auth.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What administrators let somebody be: their status and roles. */
@Component
public class Standings {
    private final StandingRows rows;

    Standings(StandingRows rows) {
        this.rows = rows;
    }

    /**
     * Somebody, and whether they are the last active administrator. Until the end of the transaction neither this identity
     * nor any active administrator changes, so that of two who put each other out one stays.
     */
    public Mono<Locked> lock(Subject subject) {
        return rows.lockWithAdministrators(subject).flatMap(locked -> Mono.justOrEmpty(locked(subject, locked)));
    }

    /** Sets the status; everything but an active one ends all sessions. */
    public Mono<Identity> change(Subject subject, IdentityStatus status) {
        return rows.updateStatus(subject, status);
    }

    /** Gives a deleted one back as what they were before; without their sessions. */
    public Mono<Identity> restore(Subject subject) {
        return rows.restore(subject);
    }

    public Mono<Identity> change(Subject subject, List<String> roles) {
        return rows.updateRoles(subject, roles);
    }

    private static Optional<Locked> locked(Subject subject, List<Identity> locked) {
        boolean others =
                locked.stream().anyMatch(each -> !each.subject().equals(subject) && each.isActiveAdministrator());
        return locked.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .map(identity -> new Locked(identity, identity.isActiveAdministrator() && !others));
    }

    /** Somebody who can't be changed by another transaction now. */
    public record Locked(Identity identity, boolean isLastAdministrator) {}
}
