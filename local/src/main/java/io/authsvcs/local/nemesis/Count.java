package io.authsvcs.local.nemesis;

/** How many of one kind were acknowledged, and of how many that is not known. */
public record Count(long acknowledged, long unknown) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(acknowledged + other.acknowledged, unknown + other.unknown);
    }

    /** Whether so many effects are what came of them: each at most once, and each acknowledged one for certain. */
    boolean allows(long effects) {
        return effects >= acknowledged && effects <= acknowledged + unknown;
    }
}
