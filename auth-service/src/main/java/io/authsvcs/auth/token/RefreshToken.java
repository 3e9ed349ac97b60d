package io.authsvcs.auth.token;

/** An opaque token by which a session gets its next pair. Never logged. */
public record RefreshToken(String text) {
    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
