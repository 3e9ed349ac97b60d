package io.authsvcs.local.ground;

/** One more instance than the cluster has, for a trial. */
public enum Newcomer {
    NONE,
    /** What gateways send to it goes through a proxy. */
    BEHIND_A_PROXY,
    /** What it sends to PostgreSQL goes through a proxy. */
    WITH_ITS_DATABASE_BEHIND_A_PROXY,
    /** Whoever registers there has to prove their address first; it is called directly, and by no gateway. */
    WHERE_ADDRESSES_ARE_PROVED,
    WITH_ITS_CLOCK_AHEAD,
    WITH_ITS_CLOCK_BEHIND
}
