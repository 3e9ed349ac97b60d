package io.authsvcs.auth.action;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.IdentityStatus;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every permission that was sent to somebody. All of it joins the caller's transaction. */
@Component
@EnableConfigurationProperties({ActionSettings.class, ActivationSettings.class})
public class Actions {
    private final ActionRows rows;
    private final ActionSettings settings;

    Actions(ActionRows rows, ActionSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** Who may be given such a permission, and use it. */
    public static Set<IdentityStatus> eligible(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATE -> EnumSet.of(IdentityStatus.PENDING);
            // A message that arrives proves the address, whatever it was asked for.
            case RESET_PASSWORD -> EnumSet.of(IdentityStatus.PENDING, IdentityStatus.ACTIVE);
        };
    }

    /** Waits until nobody else asks for a message to this address, which may be nobody's. */
    public Mono<Void> awaitTurn(Email email) {
        return rows.lock(email);
    }

    /** Whose this address is, if it is anybody's: the same work in either case. */
    public Mono<Optional<Subject>> findAddressee(Email email) {
        return rows.findAddressee(email);
    }

    /**
     * Gives somebody a permission.
     *
     * @return false, with as much written but to nobody's use, where there is no such subject, they aren't
     *     {@link #eligible}, have no address, or have got enough within the hour
     */
    public Mono<Boolean> issue(ActionId id, Subject subject) {
        return rows.insert(id, subject, eligible(id.purpose()), settings.lifetime(id.purpose()), settings.mostAnHour());
    }

    /** Whose it is, held until the end of the transaction; empty where it was forgotten. */
    public Mono<Identity> lockOwner(ActionId id) {
        return rows.lockOwner(id);
    }

    /** Uses it up; false where it was used before, has expired, or was meant for another address or password. */
    public Mono<Boolean> use(ActionId id) {
        return rows.use(id);
    }

    /** Whether it could be used now. */
    public Mono<Boolean> isOpen(ActionId id) {
        return rows.isOpen(id);
    }

    /** Forgets a helping of those that are long over; how many. */
    public Mono<Long> forget(int most) {
        return rows.deleteExpired(most);
    }
}
