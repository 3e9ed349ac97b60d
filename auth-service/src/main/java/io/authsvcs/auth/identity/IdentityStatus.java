package io.authsvcs.auth.identity;

import java.util.Locale;

/** Whether an identity may be used. */
public enum IdentityStatus {
    /** Registered, but the address has not been proved yet. */
    PENDING,
    ACTIVE,
    DISABLED,
    DELETED;

    public static IdentityStatus of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
