package io.authsvcs.local.administration;

import java.net.http.HttpRequest.BodyPublishers;

/** The instances, as the gateways' router API leads to them. */
public final class Nodes {
    private final AdminApi router;

    Nodes(AdminApi router) {
        this.router = router;
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
        router.demand(
                router.to("nodes", id, deed).POST(BodyPublishers.noBody()),
                beginning + id,
                "authctl status shows which instances there are, and how they are.");
    }
}
