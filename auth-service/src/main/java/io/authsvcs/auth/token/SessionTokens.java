package io.authsvcs.auth.token;

import io.authsvcs.auth.session.SessionId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The token of a session that a cookie carries (seed 004): its id and an HMAC, kept nowhere. */
@Component
public class SessionTokens {
    private final Derivation derivation;

    SessionTokens(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "session tokens");
    }

    public OpaqueToken of(SessionId session) {
        return new OpaqueToken(derivation.token(session.id()));
    }

    /** Whose token this is; whether that session lives is another question. */
    Optional<SessionId> read(String token) {
        return derivation.uuid(token).map(SessionId::new);
    }
}
