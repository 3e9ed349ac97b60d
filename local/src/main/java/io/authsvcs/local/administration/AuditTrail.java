package io.authsvcs.local.administration;

import io.authsvcs.local.fault.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What happened, as far as a filter lets it through. */
public final class AuditTrail {
    private static final String WHAT = "The audit trail";
    private static final String CURE = "authctl audit tail --help names the actions; a user is named by id.";

    private final AdminApi api;
    private final AuditFilter filter;

    AuditTrail(AdminApi api, AuditFilter filter) {
        this.api = api;
        this.filter = filter;
    }

    public AuditFollower follower() {
        return new AuditFollower(this);
    }

    /** Newest first, from the end or from before an event; empty while the cluster can't answer. */
    Optional<AuditPage> before(Optional<String> cursor) {
        return cursor.map(position -> page(Map.of("before", position))).orElseGet(() -> page(Map.of()));
    }

    /** Oldest first, from after an event on; only what is old enough to stay in its place. */
    Optional<AuditPage> after(String cursor) {
        return page(Map.of("after", cursor));
    }

    Fault silent() {
        return api.silent();
    }

    private Optional<AuditPage> page(Map<String, String> direction) {
        Map<String, String> query = new HashMap<>(filter.query());
        query.put("limit", Integer.toString(AuditPage.MOST));
        query.putAll(direction);
        return api.send(api.to("audit", query))
                .filter(reply -> !reply.isForLater())
                .map(AuditTrail::page);
    }

    private static AuditPage page(Reply reply) {
        if (!reply.isOk()) {
            throw AdminApi.refused(WHAT, reply, CURE);
        }
        JsonNode result = reply.result();
        return new AuditPage(
                Json.readAll(result.path("events"), AuditEvent.class),
                result.path("next").stringValueOpt());
    }
}
