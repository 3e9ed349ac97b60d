package io.authsvcs.auth.partner;

import java.time.Instant;

/** A machine client. */
public record Partner(PartnerId id, String name, PartnerStatus status, Instant createdAt) {
    public boolean isActive() {
        return status == PartnerStatus.ACTIVE;
    }
}
