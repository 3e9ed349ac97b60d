package io.authsvcs.local.bench;

import io.authsvcs.local.application.Application;
import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.LogFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Those of the module benchmark, with the options and the heap of our gateway.
 *
 * @param folder for their logs
 */
record BarePrograms(BenchmarkJar jar, Path folder) {
    Launch backend(String name, int port, Path answer) {
        return launch(
                name,
                "StaticBackend",
                Map.of("BACKEND_PORT", Integer.toString(port), "BACKEND_BODY", answer.toString()));
    }

    /** @param backend the URL of whoever is behind its one route */
    Launch gateway(String name, int port, String backend) {
        return launch(name, "BareGateway", Map.of("BARE_PORT", Integer.toString(port), "BARE_BACKEND", backend));
    }

    private Launch launch(String name, String program, Map<String, String> environment) {
        List<String> command = jar.command(program, Application.GATEWAY);
        return new Launch(name, command, environment, folder, new LogFile(folder.resolve(program + ".log")));
    }
}
