package io.authsvcs.registry;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What this registry was told about itself.
 *
 * @param host its own name in the URLs by which peers know it
 * @param peers the URLs of all registries, with or without its own, such as {@code http://registry-2:8761/eureka/}
 */
@ConfigurationProperties("registry")
record RegistrySettings(String host, int port, String username, String password, List<URI> peers) {
    RegistrySettings {
        require(
                !username.isEmpty() && !username.contains(":"),
                "REGISTRY_USERNAME must be a name without a colon, for HTTP Basic ends the name at one.");
        require(
                !password.isEmpty(),
                "REGISTRY_PASSWORD is not set: set it to what instances, gateways and peers are to present.");
        peers.forEach(RegistrySettings::check);
        peers = peers.stream()
                .map(RegistrySettings::withSlash)
                .filter(Predicate.not(own(host, port)::equals))
                .toList();
    }

    /** The URL under which the peers list this registry. */
    URI self() {
        return own(host, port);
    }

    boolean isAlone() {
        return peers.isEmpty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RegistrySettings[self=%s, username=%s, peers=%s]".formatted(self(), username, peers);
    }

    private static URI own(String host, int port) {
        return URI.create("http://%s:%d/eureka/".formatted(host, port));
    }

    private static URI withSlash(URI peer) {
        return peer.getPath().endsWith("/") ? peer : URI.create(peer + "/");
    }

    private static void check(URI peer) {
        require(
                peer.getHost() != null && peer.getPath() != null,
                "REGISTRY_PEERS must be URLs like http://registry-2:8761/eureka/, separated by commas.");
        require(
                peer.getRawUserInfo() == null,
                "REGISTRY_PEERS has credentials in a URL, where logs would show them: leave them out, peers present"
                        + " REGISTRY_USERNAME and REGISTRY_PASSWORD to each other.");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new RefusedSetting(sentence);
        }
    }
}
