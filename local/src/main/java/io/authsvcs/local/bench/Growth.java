package io.authsvcs.local.bench;

import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.database.Multitude;
import java.util.List;
import java.util.function.Consumer;

/**
 * Validates and logins, by how many sessions and users there are.
 *
 * @param sizes sessions, from few to many
 */
record Growth(
        DatabaseUrl database, Peer validates, Peer logins, Round round, List<Long> sizes, Consumer<String> commentary) {
    static final String VALIDATE = "validate-at-";
    static final String LOGIN = "login-at-";

    private static final long FEWEST_USERS = 1_000;
    private static final int SESSIONS_EACH = 10;
    private static final int MANY_CONNECTIONS = 256;

    Measured after(Measured measured) {
        Measured grown = measured;
        long before = 0;
        for (long size : sizes) {
            commentary.accept("makes " + size + " sessions");
            Multitude.grow(database, users(size), before, size);
            grown = at(size, grown);
            before = size;
        }
        return grown;
    }

    private static long users(long sessions) {
        return Math.max(FEWEST_USERS, sessions / SESSIONS_EACH);
    }

    private Measured at(long size, Measured measured) {
        Peer asking = validates.as(VALIDATE + size, "validate through the gateway, with " + size + " sessions");
        Peer entering = logins.as(LOGIN + users(size), "login through the gateway, with " + users(size) + " users");
        // Whatever a new size makes anew, such as plans, is no part of it.
        var _ = round.saturate(asking);
        Measured grown = measured;
        for (int number = 0; number < round.terms().rounds(); number++) {
            grown = grown.saturated(asking, round.saturate(asking)).saturated(entering, round.saturate(entering));
        }
        return grown.statements(new Statements(database, round).of(asking.on(MANY_CONNECTIONS)));
    }
}
