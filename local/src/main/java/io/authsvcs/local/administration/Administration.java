package io.authsvcs.local.administration;

import java.net.URI;
import java.util.function.Supplier;

/** The doors of the admin API and of the router API. Every one of their calls throws a Fault that says what was refused, and why. */
public final class Administration {
    private final AdminApi api;
    private final AdminApi router;

    /**
     * @param gateway the URL of any
     * @param login gives a new bearer token of an administrator; called at the first need, and when a token has run out
     */
    public Administration(URI gateway, Supplier<String> login) {
        this.api = new AdminApi(gateway, "/v1/admin/", login);
        this.router = new AdminApi(gateway, "/v1/router/", login);
    }

    public Partners partners() {
        return new Partners(api);
    }

    public SigningKeys keys() {
        return new SigningKeys(api);
    }

    public Users users() {
        return new Users(api);
    }

    public Nodes nodes() {
        return new Nodes(router);
    }

    public AuditTrail audit(AuditFilter filter) {
        return new AuditTrail(api, filter);
    }
}
