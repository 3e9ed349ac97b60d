package io.authsvcs.local.attack;

import java.util.Locale;

/** Whom a stranger asks about. */
enum Whom {
    UNKNOWN,
    /** By a wrong password. */
    ACTIVE,
    PENDING,
    DISABLED,
    DELETED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
