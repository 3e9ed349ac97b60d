package io.authsvcs.local.bench;

import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Ports;
import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keycloak's userinfo behind a stock gateway: what whoever has both asks in place of ours.
 *
 * @param userinfo without the gateway
 */
record KeycloakBehindBare(Start start, URI door, Peer userinfo) implements Stand {
    static KeycloakBehindBare start(BenchmarkJar jar, Path folder, Peer userinfo, Consumer<Runnable> atEnd) {
        BarePrograms programs = new BarePrograms(jar, Folders.create(folder));
        int port = Ports.choose(0, Set.of());
        Started gateway = Started.by(
                programs.gateway(
                        "bare gateway before Keycloak", port, userinfo.door().toString()),
                atEnd);
        return new KeycloakBehindBare(
                gateway.await(() -> !Ports.isFree(port)), URI.create("http://127.0.0.1:" + port), userinfo);
    }

    @Override
    public List<Peer> peers() {
        Map<String, ProcessId> processes = new LinkedHashMap<>();
        processes.put(start.name(), start.process());
        processes.putAll(userinfo.processes());
        return List.of(new Peer(
                Contestant.KEYCLOAK,
                "keycloak-behind-bare",
                "Keycloak's userinfo behind a bare Spring Cloud Gateway",
                door,
                userinfo.question(),
                userinfo.connections(),
                processes));
    }

    @Override
    public List<Start> starts() {
        return List.of(start);
    }

    @Override
    public List<String> settings() {
        return List.of(
                "The gateway before Keycloak: the bare one once more, with Keycloak in place of the static backend.");
    }
}
