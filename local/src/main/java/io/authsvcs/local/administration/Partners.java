package io.authsvcs.local.administration;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The machine clients. */
public final class Partners {
    private static final String PARTNERS = "partners";
    private static final String CURE = "authctl partners list shows all of them.";

    private final AdminApi api;

    Partners(AdminApi api) {
        this.api = api;
    }

    public List<Partner> list() {
        return Json.readAll(
                api.demand(api.to(PARTNERS), "The list of partners", CURE).path(PARTNERS), Partner.class);
    }

    public PartnerToken create(String name) {
        return Json.read(
                api.demand(AdminApi.posting(Map.of("name", name), api.to(PARTNERS)), "Creating partner " + name, CURE),
                PartnerToken.class);
    }

    /**
     * Gives another token.
     *
     * @param overlap for how long the old one is good as well, in whole seconds
     */
    public PartnerToken rotate(String id, Duration overlap) {
        return Json.read(
                api.demand(
                        AdminApi.posting(Map.of("overlap", overlap.toSeconds()), api.to(PARTNERS, id, "rotate")),
                        "Rotating the token of partner " + id,
                        CURE),
                PartnerToken.class);
    }

    /** Its tokens are refused from now on. */
    public Partner disable(String id) {
        return change(id, "disable");
    }

    /** Its tokens are good again. */
    public Partner enable(String id) {
        return change(id, "enable");
    }

    private Partner change(String id, String verb) {
        return Json.read(
                api.demand(
                        api.to(PARTNERS, id, verb).POST(BodyPublishers.noBody()),
                        "To " + verb + " partner " + id,
                        CURE),
                Partner.class);
    }
}
