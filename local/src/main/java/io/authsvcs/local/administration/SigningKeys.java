package io.authsvcs.local.administration;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** The keys that sign access tokens. */
public final class SigningKeys {
    private static final String KEYS = "keys";
    private static final String CURE = "authctl keys list shows all of them.";

    private final AdminApi api;

    SigningKeys(AdminApi api) {
        this.api = api;
    }

    public List<SigningKey> list() {
        return Json.readAll(api.demand(api.to(KEYS), "The list of keys", CURE).path(KEYS), SigningKey.class);
    }

    /** Makes a key that signs as soon as everybody had the time to know it. No token is refused for it. */
    public SigningKey rotate() {
        return Json.read(
                api.demand(api.to(KEYS, "rotate").POST(BodyPublishers.noBody()), "Rotating the keys", CURE),
                SigningKey.class);
    }

    /** In an emergency: every token of that key is refused everywhere within seconds. */
    public SigningKey revoke(String kid) {
        return Json.read(
                api.demand(api.to(KEYS, kid, "revoke").POST(BodyPublishers.noBody()), "Revoking key " + kid, CURE),
                SigningKey.class);
    }
}
