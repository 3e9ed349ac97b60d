package io.authsvcs.auth.token;

import java.util.Locale;

/** How far a key has come. */
public enum KeyState {
    /** Published, and not signing yet. */
    NEXT,
    /** The one that signs. */
    CURRENT,
    /** Signs no more; its last tokens may not be out yet. */
    FORMER,
    /** Believed no more, before its time. */
    REVOKED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
