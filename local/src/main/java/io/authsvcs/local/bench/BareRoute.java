package io.authsvcs.local.bench;

import io.authsvcs.local.http.Question;
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
 * The floor of this stack: a stock gateway with one route to a backend that always says the same.
 *
 * @param question that is sent, which neither of the two looks at
 */
record BareRoute(List<Start> starts, URI door, Question question) implements Stand {
    static final String GATEWAY = "bare gateway";
    private static final String BACKEND = "static backend";

    /** @param answer the file with what the backend says */
    static BareRoute start(BenchmarkJar jar, Path folder, Path answer, Question question, Consumer<Runnable> atEnd) {
        BarePrograms programs = new BarePrograms(jar, Folders.create(folder));
        int backendPort = Ports.choose(0, Set.of());
        int port = Ports.choose(0, Set.of(backendPort));
        Started backend = Started.by(programs.backend(BACKEND, backendPort, answer), atEnd);
        Started gateway = Started.by(programs.gateway(GATEWAY, port, "http://127.0.0.1:" + backendPort), atEnd);
        Start second = backend.await(() -> !Ports.isFree(backendPort));
        Start first = gateway.await(() -> !Ports.isFree(port));
        return new BareRoute(List.of(first, second), URI.create("http://127.0.0.1:" + port), question);
    }

    @Override
    public List<Peer> peers() {
        Map<String, ProcessId> processes = new LinkedHashMap<>();
        starts.forEach(start -> processes.put(start.name(), start.process()));
        return List.of(new Peer(
                Contestant.BARE,
                Contestant.BARE.word(),
                "a bare Spring Cloud Gateway route to a static backend",
                door,
                question,
                Peer.USUAL_CONNECTIONS,
                processes));
    }

    @Override
    public List<String> settings() {
        return List.of(
                "The bare gateway: Spring Cloud Gateway of the same version, one route (`Path=/**`), every other setting"
                        + " its default; options and heap of the virtual machine as our gateway has them, without a start cache."
                        + " The static backend: reactor-netty, the body of a real validate answer.");
    }
}
