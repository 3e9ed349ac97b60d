package io.authsvcs.registry.canary;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

public class Canary implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {}
}
