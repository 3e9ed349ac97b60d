package io.authsvcs.auth.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that is remembered. */
public enum Action {
    REGISTER,
    ACTIVATE,
    RESEND_ACTIVATION,
    LOGIN,
    LOGOUT,
    REFRESH,
    END_SESSION,
    END_SESSIONS,
    CHANGE_PROFILE,
    CHANGE_PASSWORD,
    FORGET_PASSWORD,
    RESET_PASSWORD,
    BEGIN_SECOND_FACTOR,
    CONFIRM_SECOND_FACTOR,
    USE_RECOVERY_CODE,
    RENEW_RECOVERY_CODES,
    REMOVE_SECOND_FACTOR,
    RESET_SECOND_FACTOR,
    CREATE_USER,
    IMPORT_USER,
    DISABLE_USER,
    ENABLE_USER,
    DELETE_USER,
    RESTORE_USER,
    SET_ROLES,
    SET_ATTRIBUTES,
    CREATE_PARTNER,
    ROTATE_PARTNER,
    DISABLE_PARTNER,
    ENABLE_PARTNER,
    REVOKE_TOKEN,
    ROTATE_KEY,
    REVOKE_KEY;

    /** As readers and the database have it: {@code change-password}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this label; empty where there is none. */
    public static Optional<Action> find(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label().equals(label))
                .findFirst();
    }
}
