package io.authsvcs.auth.partner;

import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.auth.token.RequestSecrets;
import io.authsvcs.auth.token.RequestSecrets.Purpose;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes tokens; the repetition of a request gets the same one again. */
@Component
public class PartnerTokens {
    private final RequestSecrets secrets;

    PartnerTokens(RequestSecrets secrets) {
        this.secrets = secrets;
    }

    /** The first of a partner that this request is about to create. */
    public PartnerToken first(Optional<IdempotencyKey> key) {
        return next(PartnerId.of(secrets.next(Purpose.PARTNER_ID, key)), key);
    }

    public PartnerToken next(PartnerId partner, Optional<IdempotencyKey> key) {
        return PartnerToken.of(partner, secrets.next(Purpose.PARTNER_TOKEN, key));
    }
}
