package io.authsvcs.registry;

import static io.authsvcs.common.InvalidSetting.require;

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
                "'" + username + "' can't be a name: HTTP Basic ends it at a colon.",
                "Set REGISTRY_USERNAME to a name without one.");
        require(
                !password.isEmpty(),
                "REGISTRY_PASSWORD is missing.",
                "Set it to what instances, gateways and peers are to present.");
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
                "A peer in REGISTRY_PEERS is no URL.",
                "Set REGISTRY_PEERS to URLs like http://registry-2:8761/eureka/, separated by commas.");
        require(
                peer.getRawUserInfo() == null,
                "REGISTRY_PEERS has credentials in a URL, where logs would show them.",
                "Leave them out: peers present REGISTRY_USERNAME and REGISTRY_PASSWORD to each other.");
    }
}
