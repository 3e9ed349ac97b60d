package io.authsvcs.local;

import java.util.List;

/** Stops and starts single members, the cluster around them being as it is. */
record Renewal(Members members, Starter starter, Stopper stopper, Progress progress) {
    /** One after the other; each is in rotation again before the next one leaves. */
    void restart(List<String> names) {
        names.forEach(this::restart);
    }

    /** An instance that could not come back stays. */
    void restart(String name) {
        if (members.get(name).kind() == Kind.AUTH) {
            members.supported();
        }
        stop(name);
        start(name);
    }

    /** An instance leaves the rotation first. */
    void stop(String name) {
        Member member = members.get(name);
        stopper.stop(List.of(member));
        new Rotation(members, progress).awaitOut(List.of(member));
    }

    /** Unless it runs; an instance is in rotation afterwards. */
    void start(String name) {
        if (!members.get(name).isAlive()) {
            starter.start(List.of(name), members);
        }
        new Rotation(members, progress).awaitIn(List.of(members.get(name)));
    }
}
