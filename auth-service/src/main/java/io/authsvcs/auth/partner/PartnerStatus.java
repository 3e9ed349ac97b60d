package io.authsvcs.auth.partner;

import java.util.Locale;

/** Whether a partner may call. */
public enum PartnerStatus {
    ACTIVE,
    DISABLED;

    /** As readers and the database have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PartnerStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
