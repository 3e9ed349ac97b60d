package io.authsvcs.gateway.upstream;

import org.springframework.web.server.ServerWebExchange;

/** How often a request had to go on to a further instance. */
public final class Retries {
    private Retries() {}

    public static int of(ServerWebExchange exchange) {
        return Tries.ATTRIBUTE.find(exchange).map(Tries::retries).orElse(0);
    }
}
