package io.authsvcs.auth.token;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tokens by which somebody goes on with a login whose password they have proved. Derived, so that they are kept nowhere. */
@Component
public class ChallengeTokens {
    private final Derivation derivation;

    ChallengeTokens(MasterKey masterKey) {
        this.derivation = new Derivation(masterKey, "login challenges");
    }

    public OpaqueToken of(UUID id) {
        return new OpaqueToken(derivation.token(id));
    }

    /** The id that a token was made of, if it is one of ours. */
    public Optional<UUID> read(String token) {
        return derivation.uuid(token);
    }
}
