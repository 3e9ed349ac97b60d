package io.authsvcs.auth.session;

import java.util.List;
import java.util.Optional;

/**
 * What the database says of a session at one moment, and of whoever it belongs to.
 *
 * @param unseen whether its last use was noted a while ago
 */
public record SessionState(Life life, Optional<String> userName, List<String> roles, boolean unseen) {

    /** Whether a session may still be used, and if not, why. */
    public enum Life {
        ALIVE,
        ENDED,
        EXPIRED,
        OWNER_INACTIVE
    }
}
