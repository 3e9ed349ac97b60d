package io.authsvcs.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.http.HttpHeaders.encodeBasicAuth;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Presents this registry to a peer by a header, since Eureka logs its peers' URLs. */
final class PeerCredentials implements ClientRequestFilter {
    private final String authorization;

    PeerCredentials(RegistrySettings settings) {
        authorization = "Basic " + encodeBasicAuth(settings.username(), settings.password(), UTF_8);
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(AUTHORIZATION, authorization);
    }
}
