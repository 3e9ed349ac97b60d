package io.authsvcs.auth.credential;

/** A hashed password as a PHC string: algorithm, parameters, salt and hash in one. Never logged. */
public record PasswordHash(String phc) {
    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
