package io.authsvcs.local.administration;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The machine clients. */
public final class Partners {
    private static final String PARTNERS = "partners";
    private static final String CURE = "authctl partners list shows all of them.";

    private final AdminApi api;

    Partners(AdminApi api) {
        this.api = api;
    }

    /** All of them, page after page. */
    public List<Partner> list() {
        JsonNode page = page(api.to(PARTNERS));
        List<Partner> partners = new ArrayList<>(partners(page));
        for (var next = next(page); next.isPresent(); next = next(page)) {
            page = page(api.to(PARTNERS, Map.of("after", next.get())));
            partners.addAll(partners(page));
        }
        return List.copyOf(partners);
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

    private JsonNode page(HttpRequest.Builder request) {
        return api.demand(request, "The list of partners", CURE);
    }

    private static List<Partner> partners(JsonNode page) {
        return Json.readAll(page.path(PARTNERS), Partner.class);
    }

    private static Optional<String> next(JsonNode page) {
        return page.path("next").stringValueOpt();
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
