package io.authsvcs.local;

import java.util.ArrayList;
import java.util.List;

/** Stops and starts single members, the cluster around them being as it is. */
record Renewal(Members members, Starter starter, Stopper stopper, Progress progress) {
    /** All instances, then the gateways if there are several, one after the other: each serves before the next one leaves. */
    List<String> restartAll() {
        List<String> names = new ArrayList<>(members.namesOf(Kind.AUTH));
        List<String> gateways = members.namesOf(Kind.GATEWAY);
        if (gateways.size() > 1) {
            names.addAll(gateways);
        }
        names.forEach(this::restart);
        return names;
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

    /** Unless it runs; an instance is in rotation afterwards, and a gateway knows whom to send requests to. */
    void start(String name) {
        if (!members.get(name).isAlive()) {
            starter.start(List.of(name), members);
        }
        Rotation rotation = new Rotation(members, progress);
        rotation.awaitIn(List.of(members.get(name)));
        rotation.awaitAnyoneAt(members.get(name));
    }
}
