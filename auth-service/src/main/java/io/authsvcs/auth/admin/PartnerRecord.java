package io.authsvcs.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.auth.partner.Partner;
import io.authsvcs.auth.partner.PartnerToken;
import java.time.Instant;
import java.util.Optional;

/** A partner as administrators read it. {@code token} is there only when it was just made. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PartnerRecord(String id, String name, String status, Instant createdAt, Optional<String> token) {
    static PartnerRecord of(Partner partner) {
        return of(partner, Optional.empty());
    }

    static PartnerRecord of(Partner partner, PartnerToken token) {
        return of(partner, Optional.of(token.text()));
    }

    private static PartnerRecord of(Partner partner, Optional<String> token) {
        return new PartnerRecord(
                partner.id().id(), partner.name(), partner.status().label(), partner.createdAt(), token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "PartnerRecord[" + id + "]";
    }
}
