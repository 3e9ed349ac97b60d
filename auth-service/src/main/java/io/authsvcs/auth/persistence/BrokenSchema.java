package io.authsvcs.auth.persistence;

/** The database's schema isn't what the migrations left: only a person can mend it. */
public final class BrokenSchema extends RuntimeException {
    BrokenSchema(Throwable cause) {
        super(
                "The schema of the database was changed by others, or by migrations that this version doesn't know: "
                        + cause.getMessage(),
                cause);
    }
}
