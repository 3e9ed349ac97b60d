package io.authsvcs.local;

import java.util.List;
import java.util.Optional;

/** States of a cluster that was specified with any port. */
public final class TestStates {
    private TestStates() {}

    static ClusterState of(Member... members) {
        return new ClusterState(Specification.anyPort(), List.of(members), Optional.empty());
    }
}
