package io.authsvcs.local.nemesis;

/** A session that somebody has, by its newest pair. */
record Held(String token, String refresh) {
    static Held of(Gain gain) {
        return new Held(gain.token(), gain.refresh());
    }

    @Override
    public String toString() {
        return "Held[…]";
    }
}
