package io.authsvcs.local.attack;

/** What a trial is at, for whoever watches. */
public final class Commentary {
    private volatile String now = "begins";

    void say(String words) {
        now = words;
    }

    public String now() {
        return now;
    }
}
