package io.authsvcs.auth.credential;

/** Whose turn comes first where passwords are hashed, and who waits in a line of their own. */
public enum Precedence {
    /** A browser that the account's owner has logged in with before. */
    KNOWN,
    /** Whoever else: those who guess passwords are among them, and must keep no owner out. */
    STRANGER
}
