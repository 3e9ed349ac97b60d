package io.authsvcs.auth.credential;

import io.authsvcs.auth.credential.form.Cost;
import io.authsvcs.auth.credential.form.HashForm;

/** A hashed password as text: algorithm, parameters, salt and hash in one, ours as a PHC string. Never logged. */
public record PasswordHash(String text) {
    private static final long LARGEST_KIB =
            Math.min(1 << 20, Runtime.getRuntime().maxMemory() / 1024 / 2);
    private static final Cost LIMIT = new Cost(LARGEST_KIB, 6_000);

    /** What a text turned out to be. */
    public sealed interface Reading {
        record Accepted(PasswordHash hash) implements Reading {}

        /** @param reason a sentence for whoever brought it */
        record Refused(String reason) implements Reading {}
    }

    /** Reads a hash that another system made, unless trying a password against it would take too much. */
    public static Reading parse(String text) {
        return HashForm.parse(text)
                .map(form -> form.cost().isWithin(LIMIT)
                        ? new Reading.Accepted(new PasswordHash(text))
                        : new Reading.Refused("Takes more memory or time than a login may"))
                .orElseGet(() -> new Reading.Refused("Isn't a password hash of a form that is read here"));
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
