package io.authsvcs.acceptance;

import io.authsvcs.local.Cluster;

/** A cluster's database for a look at what is in it. */
final class JdbcUrl {
    private JdbcUrl() {}

    /** {@code postgresql://user:password@host:port/database} as JDBC spells it. */
    static String of(Cluster cluster) {
        return cluster.databaseUrl()
                .replaceFirst(
                        "postgresql://([^:]+):([^@]+)@([^/]+)/(.*)", "jdbc:postgresql://$3/$4?user=$1&password=$2");
    }
}
