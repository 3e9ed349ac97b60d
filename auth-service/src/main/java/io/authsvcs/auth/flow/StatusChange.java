package io.authsvcs.auth.flow;

import io.authsvcs.auth.audit.Action;
import io.authsvcs.auth.identity.IdentityStatus;
import java.util.Optional;

/** What administrators do to somebody's status. Its order of states: a deleted one has to be restored first. */
public enum StatusChange {
    DISABLE(Action.DISABLE_USER, IdentityStatus.DISABLED),
    /** Also of somebody whose activation is outstanding. */
    ENABLE(Action.ENABLE_USER, IdentityStatus.ACTIVE),
    DELETE(Action.DELETE_USER, IdentityStatus.DELETED),
    /** Back to what they were before they were deleted: nobody gets in by it who couldn't then. */
    RESTORE(Action.RESTORE_USER, IdentityStatus.ACTIVE);

    private final Action action;
    private final IdentityStatus aim;

    StatusChange(Action action, IdentityStatus aim) {
        this.action = action;
        this.aim = aim;
    }

    Action action() {
        return action;
    }

    IdentityStatus aim() {
        return aim;
    }

    boolean isDone(IdentityStatus status) {
        return this == RESTORE ? status != IdentityStatus.DELETED : status == aim;
    }

    /** Why somebody of this status can't be changed so. */
    Optional<String> objection(IdentityStatus status) {
        return status == IdentityStatus.DELETED && this != RESTORE
                ? Optional.of("A deleted user must be restored first")
                : Optional.empty();
    }
}
