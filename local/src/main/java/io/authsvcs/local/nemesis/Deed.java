package io.authsvcs.local.nemesis;

import java.util.Locale;

/** What a client does, and writes down. */
public enum Deed {
    REGISTER,
    LOGIN,
    REFRESH,
    CHANGE_PASSWORD,
    LOGOUT,
    /** Changes nothing: it is written down only where its answer was wrong. */
    VALIDATE;

    /** As the audit trail and reports have it: {@code change-password}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
