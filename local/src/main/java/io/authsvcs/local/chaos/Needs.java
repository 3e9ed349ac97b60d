package io.authsvcs.local.chaos;

/**
 * What a cluster must have for a trial, at least.
 *
 * @param gateways whose URLs the clients know
 */
record Needs(int instances, int gateways, int registries, Newcomer newcomer) {
    private static final int TWO = 2;

    static Needs usual() {
        return new Needs(TWO, 1, 1, Newcomer.NONE);
    }

    static Needs twoGateways() {
        return new Needs(TWO, TWO, 1, Newcomer.NONE);
    }

    static Needs twoRegistries() {
        return new Needs(TWO, 1, TWO, Newcomer.NONE);
    }

    Needs withoutNewcomer() {
        return new Needs(instances, gateways, registries, Newcomer.NONE);
    }

    static Needs one(Newcomer newcomer) {
        return new Needs(TWO, 1, 1, newcomer);
    }
}
