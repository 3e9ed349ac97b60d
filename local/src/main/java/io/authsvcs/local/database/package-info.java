/**
 * The PostgreSQL of a local cluster: {@link io.authsvcs.local.database.PostgresBinaries} unpacks it once, {@link
 * io.authsvcs.local.database.DataDirectory} makes and keeps the data, {@link io.authsvcs.local.database.PostgresServer}
 * says how it is run. PostgreSQL refuses to be root, so each of its programs runs under a {@link
 * io.authsvcs.local.database.PostgresAccount}. {@link io.authsvcs.local.database.DatabaseUrl} names any database, ours
 * or somebody else's, and {@link io.authsvcs.local.database.DatabaseProbe} asks whether it answers.
 *
 * <p>Open {@code PostgresServer} first.
 */
@NullMarked
package io.authsvcs.local.database;

import org.jspecify.annotations.NullMarked;
