package io.authsvcs.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The id of one login (OpenID Connect's {@code sid}). */
public record SessionId(UUID id) {
    public static SessionId next() {
        return new SessionId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
