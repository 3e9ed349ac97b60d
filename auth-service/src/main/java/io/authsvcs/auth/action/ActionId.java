package io.authsvcs.auth.action;

import com.github.f4b6a3.uuid.UuidCreator;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.util.UUID;

/** Names one permission; it is no secret, and no token. */
public record ActionId(Purpose purpose, UUID id) {
    public static ActionId next(Purpose purpose) {
        return new ActionId(purpose, UuidCreator.getTimeOrderedEpoch());
    }
}
