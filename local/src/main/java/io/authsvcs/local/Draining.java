package io.authsvcs.local;

import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.administration.Nodes;
import java.util.List;

/** Takes instances out of rotation while they run, and back. */
record Draining(Members members, Administration administration, Progress progress) {
    /** Every gateway sees it draining afterwards. */
    void begin(String name) {
        Member instance = alive(name);
        nodes().drain(name);
        rotation().awaitDraining(instance);
    }

    /** Every gateway sees it up afterwards. */
    void end(String name) {
        Member instance = alive(name);
        nodes().undrain(name);
        rotation().awaitIn(List.of(instance));
    }

    private Member alive(String name) {
        members.alive(members.instance(name).name());
        return members.get(name);
    }

    private Nodes nodes() {
        return administration.nodes();
    }

    private Rotation rotation() {
        return new Rotation(members, progress);
    }
}
