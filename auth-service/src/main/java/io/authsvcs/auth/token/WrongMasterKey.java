package io.authsvcs.auth.token;

/** The master key isn't the one under which a stored secret was encrypted: nothing but the right key can help. */
public final class WrongMasterKey extends RuntimeException {
    WrongMasterKey(String context, Throwable cause) {
        super(
                "The " + context + " in the database was encrypted under another master key: start with the"
                        + " AUTH_MASTER_KEY or AUTH_MASTER_KEY_FILE that it was made with",
                cause);
    }
}
