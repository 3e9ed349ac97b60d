package io.authsvcs.local;

import java.util.List;
import java.util.Optional;

/**
 * What authctl has to know from one run to the next.
 *
 * @param specification what was asked for last
 * @param members in the order of a table: gateway, instances, registry, database
 * @param demoEmail the demo user's address, once there is one
 */
record ClusterState(Specification specification, List<Member> members, Optional<String> demoEmail) {
    ClusterState {
        members = List.copyOf(members);
    }

    static ClusterState of(Specification specification) {
        return new ClusterState(specification, List.of(), Optional.empty());
    }

    ClusterState withSpecification(Specification asked) {
        return new ClusterState(asked, members, demoEmail);
    }

    ClusterState withMembers(List<Member> others) {
        return new ClusterState(specification, others, demoEmail);
    }

    ClusterState withDemoEmail(String email) {
        return new ClusterState(specification, members, Optional.of(email));
    }
}
