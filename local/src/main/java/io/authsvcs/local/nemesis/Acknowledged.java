package io.authsvcs.local.nemesis;

/** How many of one kind were acknowledged, and of how many that is not known. */
public record Acknowledged(long acknowledged, long unknown) {
    static final Acknowledged NONE = new Acknowledged(0, 0);

    Acknowledged plus(Acknowledged other) {
        return new Acknowledged(acknowledged + other.acknowledged, unknown + other.unknown);
    }

    /** Whether so many effects are what came of them: each at most once, and each acknowledged one for certain. */
    boolean allows(long effects) {
        return effects >= acknowledged && effects <= acknowledged + unknown;
    }
}
