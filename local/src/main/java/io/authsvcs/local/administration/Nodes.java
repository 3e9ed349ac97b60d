package io.authsvcs.local.administration;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** The instances, as the gateways' router API leads to them. */
public final class Nodes {
    private static final String STATUS = "authctl status shows which instances there are, and how they are.";

    private final AdminApi router;

    Nodes(AdminApi router) {
        this.router = router;
    }

    /** All that the gateway knows. */
    public List<Node> all() {
        return Json.readAll(
                router.demand(router.to("list", "nodes"), "The list of instances", STATUS)
                        .path("nodes"),
                Node.class);
    }

    /** Asks an instance to leave the rotation and to go on running. It may be draining already. */
    public void drain(String id) {
        demand(id, "drain", "Draining ");
    }

    /** Asks an instance to come back. It may not have left at all. */
    public void undrain(String id) {
        demand(id, "undrain", "Undraining ");
    }

    private void demand(String id, String deed, String beginning) {
        router.demand(router.to("nodes", id, deed).POST(BodyPublishers.noBody()), beginning + id, STATUS);
    }
}
