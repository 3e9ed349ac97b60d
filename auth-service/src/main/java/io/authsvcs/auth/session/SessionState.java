package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Roles;
import io.authsvcs.auth.identity.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database says of a session at one moment, and of whoever it belongs to.
 *
 * @param partner the id of the partner whose it is to use, where it is one's
 * @param expiresAt absent where it has no end
 * @param held the roles of its owner
 * @param methods by which it was opened
 * @param unseen whether its last use was noted a while ago
 */
public record SessionState(
        SessionId id,
        Subject subject,
        Optional<String> partner,
        Instant openedAt,
        Optional<Instant> expiresAt,
        Life life,
        Optional<String> userName,
        List<String> held,
        Methods methods,
        boolean unseen) {

    /** What may be done by it: with a partner's, whose key lies with others, nothing is administered. */
    public List<String> roles() {
        return partner.isPresent() ? Roles.withoutPower(held) : held;
    }

    /** Whether a session may still be used, and if not, why. */
    public enum Life {
        ALIVE,
        ENDED,
        EXPIRED,
        OWNER_INACTIVE
    }
}
