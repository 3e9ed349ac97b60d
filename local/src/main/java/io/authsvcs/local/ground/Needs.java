package io.authsvcs.local.ground;

import io.authsvcs.local.Settings;

/**
 * What a cluster must have for a trial, at least.
 *
 * @param gateways whose URLs the clients know
 * @param settings in place of those of the same names
 */
public record Needs(int instances, int gateways, int registries, Newcomer newcomer, Settings settings) {
    private static final int TWO = 2;

    public static Needs usual() {
        return one(Newcomer.NONE);
    }

    public static Needs instances(int count) {
        return new Needs(count, 1, 1, Newcomer.NONE, Settings.none());
    }

    public static Needs twoGateways() {
        return new Needs(TWO, TWO, 1, Newcomer.NONE, Settings.none());
    }

    public static Needs twoRegistries() {
        return new Needs(TWO, 1, TWO, Newcomer.NONE, Settings.none());
    }

    public static Needs one(Newcomer newcomer) {
        return new Needs(TWO, 1, 1, newcomer, Settings.none());
    }

    public Needs with(Settings others) {
        return new Needs(instances, gateways, registries, newcomer, settings.with(others));
    }

    public Needs withoutNewcomer() {
        return new Needs(instances, gateways, registries, Newcomer.NONE, settings);
    }
}
