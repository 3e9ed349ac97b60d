package io.authsvcs.auth.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an identity may be used. */
public enum IdentityStatus {
    /** Registered, but the address has not been proved yet. */
    PENDING,
    ACTIVE,
    DISABLED,
    DELETED;

    /** The one of this name; empty where there is none. */
    public static Optional<IdentityStatus> find(String name) {
        return Arrays.stream(values())
                .filter(status -> status.stored().equals(name))
                .findFirst();
    }

    public static IdentityStatus of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** As readers and the database have it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
