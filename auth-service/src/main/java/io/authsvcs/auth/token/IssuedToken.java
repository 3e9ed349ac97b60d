package io.authsvcs.auth.token;

import java.time.Instant;

/** A signed access token. Never logged. */
public record IssuedToken(String text, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[…]";
    }
}
