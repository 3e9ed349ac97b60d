package io.authsvcs.local.chaos;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.administration.Administration;
import io.authsvcs.local.administration.AuditEvent;
import io.authsvcs.local.administration.AuditFilter;
import io.authsvcs.local.nemesis.Trail;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the audit trail has of users, as an administrator reads it who logs in once. */
record Audited(Administration administration) implements Trail {
    static Audited in(Cluster cluster) {
        return new Audited(cluster.administration());
    }

    @Override
    public Map<String, Long> effects(String userId) {
        return administration
                .audit(new AuditFilter(Optional.of(userId), Optional.empty()))
                .follower()
                .last(Integer.MAX_VALUE)
                .stream()
                .filter(event -> event.refusal().isEmpty())
                .collect(Collectors.groupingBy(AuditEvent::action, Collectors.counting()));
    }
}
