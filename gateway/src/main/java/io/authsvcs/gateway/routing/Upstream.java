package io.authsvcs.gateway.routing;

import java.util.Locale;

/** Who answers a route. */
public enum Upstream {
    /** An instance of auth-svcs. */
    AUTH_SVCS,
    /** The gateway itself. */
    GATEWAY,
    /** The gateway itself, for operators alone: an instance of auth-svcs says whether the caller is one. */
    GATEWAY_FOR_OPERATORS;

    /** As operators read it: {@code auth-svcs}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
