package io.authsvcs.auth.token;

import io.authsvcs.auth.session.SessionId;
import io.authsvcs.auth.session.SessionTurn;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The refresh token of each turn of a session, derived: it can be answered twice the same, and is kept nowhere. */
@Component
public class RefreshTokens {
    private static final int NAME_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private final Derivation derivation;

    RefreshTokens(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "refresh tokens");
    }

    public RefreshToken of(SessionTurn turn) {
        UUID id = turn.session().id();
        return new RefreshToken(derivation.token(ByteBuffer.allocate(NAME_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(turn.number())
                .array()));
    }

    /** What a token is good for, if it is one of ours; whether it was spent is another question. */
    public Optional<Spendable> read(String token) {
        return derivation
                .name(token, NAME_BYTES)
                .map(name -> new Spendable(new SessionId(new UUID(name.getLong(), name.getLong())), name.getInt()));
    }

    /** A turn of a session that may be followed by the next, if it is still the present one. */
    public record Spendable(SessionId session, int turn) {}
}
