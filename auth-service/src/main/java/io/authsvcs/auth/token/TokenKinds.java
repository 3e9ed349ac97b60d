package io.authsvcs.auth.token;

import io.authsvcs.auth.session.SessionId;
import org.springframework.stereotype.Component;

/** Tells the kinds of tokens apart by which somebody may show that they are signed in; no two look alike. */
@Component
public class TokenKinds {
    private final SessionTokens sessionTokens;

    TokenKinds(SessionTokens sessionTokens) {
        this.sessionTokens = sessionTokens;
    }

    /** What a token looks like. */
    public sealed interface Kind {
        /** One to look up by its hash. */
        record Reference(OpaqueToken token) implements Kind {}

        /** One of ours, of that session. */
        record OfSession(SessionId session) implements Kind {}

        /** What only the verification of JWTs can tell. */
        record Jwt(String token) implements Kind {
            /** Without the token. */
            @Override
            public String toString() {
                return "Jwt[…]";
            }
        }
    }

    public Kind of(String token) {
        // Of a JWT's three parts neither shape can be; the derivation costs an HMAC, so it is asked last.
        if (token.indexOf('.') >= 0) {
            return new Kind.Jwt(token);
        }
        if (ReferenceTokens.isOne(token) || ApiKeys.isOne(token)) {
            return new Kind.Reference(new OpaqueToken(token));
        }
        return sessionTokens.read(token).<Kind>map(Kind.OfSession::new).orElseGet(() -> new Kind.Jwt(token));
    }
}
