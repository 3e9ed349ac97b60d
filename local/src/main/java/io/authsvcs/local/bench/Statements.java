package io.authsvcs.local.bench;

import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.database.Multitude;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;

/** What the database is asked on behalf of callers. */
record Statements(DatabaseUrl database, Round round) {
    private static final double BATCH = 10_000;
    /** Sessions of a PostgreSQL that do nothing tell within ten seconds what they have done. */
    private static final Duration UNTOLD = Duration.ofSeconds(11);

    /** For ten thousand requests, without what the cluster asks its database when nobody asks it. */
    double of(Peer asking) {
        pass(UNTOLD);
        long before = Multitude.transactions(database);
        pass(UNTOLD);
        long begin = Multitude.transactions(database);
        Burst burst = round.saturate(asking).burst();
        pass(UNTOLD);
        long all = Multitude.transactions(database) - begin;
        double anyway = (begin - before) * (double) burst.length().plus(UNTOLD).toNanos() / UNTOLD.toNanos();
        return (all - anyway) * BATCH / burst.served();
    }

    private static void pass(Duration length) {
        Deadline.in(length).await(() -> false);
    }
}
