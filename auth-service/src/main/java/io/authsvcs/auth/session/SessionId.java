package io.authsvcs.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidValidator;
import java.util.Optional;
import java.util.UUID;

/** The id of one login (OpenID Connect's {@code sid}). */
public record SessionId(UUID id) {
    private static final int LENGTH = 36;

    public static SessionId next() {
        return new SessionId(UuidCreator.getTimeOrderedEpoch());
    }

    public static Optional<SessionId> parse(String text) {
        return text.length() == LENGTH && UuidValidator.isValid(text)
                ? Optional.of(new SessionId(UUID.fromString(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
