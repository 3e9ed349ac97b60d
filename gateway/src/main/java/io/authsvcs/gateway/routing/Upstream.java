package io.authsvcs.gateway.routing;

/** Who answers a route. */
public enum Upstream {
    /** An instance of auth-svcs. */
    AUTH_SVCS,
    /** The gateway itself. */
    GATEWAY
}
