package io.authsvcs.auth.token;

import io.authsvcs.auth.session.TokenHash;

/** A token that says nothing by itself. Never logged. */
public record OpaqueToken(String text) {
    /** By which it is known. */
    public TokenHash hash() {
        return TokenHash.of(Sha256.of(text));
    }

    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
