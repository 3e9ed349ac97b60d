package io.authsvcs.auth.token;

import io.authsvcs.auth.session.SessionId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The token of a session that a cookie carries (seed 004): its id and an HMAC, kept nowhere. */
@Component
public class SessionTokens {
    private static final int NAME_BYTES = 2 * Long.BYTES;

    private final Derivation derivation;

    SessionTokens(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "session tokens");
    }

    public OpaqueToken of(SessionId session) {
        return new OpaqueToken(derivation.token(ByteBuffer.allocate(NAME_BYTES)
                .putLong(session.id().getMostSignificantBits())
                .putLong(session.id().getLeastSignificantBits())
                .array()));
    }

    /** Whose token this is; whether that session lives is another question. */
    Optional<SessionId> read(String token) {
        return derivation.name(token, NAME_BYTES).map(name -> new SessionId(new UUID(name.getLong(), name.getLong())));
    }
}
