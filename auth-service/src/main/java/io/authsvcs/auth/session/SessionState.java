package io.authsvcs.auth.session;

import io.authsvcs.auth.identity.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database says of a session at one moment, and of whoever it belongs to.
 *
 * @param partner the id of the partner whose it is to use, where it is one's
 * @param expiresAt absent where it has no end
 * @param roles of its owner; a partner's session has none by which anything is administered: its key lies with others
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
        List<String> roles,
        Methods methods,
        boolean unseen) {

    /** Whether a session may still be used, and if not, why. */
    public enum Life {
        ALIVE,
        ENDED,
        EXPIRED,
        OWNER_INACTIVE
    }
}
