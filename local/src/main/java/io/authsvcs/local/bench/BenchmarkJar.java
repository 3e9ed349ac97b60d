package io.authsvcs.local.bench;

import io.authsvcs.local.application.Application;
import io.authsvcs.local.application.PreparedApplication;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of the module benchmark. */
record BenchmarkJar(Path jar) {
    static BenchmarkJar of(Workshop workshop) {
        Path jar = workshop.root().resolve(Path.of("benchmark", "target", "benchmark.jar"));
        if (!Files.exists(jar)) {
            throw Fault.failed(
                    "benchmark", "benchmark is not built.", "Build it: ./mvnw -DskipTests -pl benchmark -am package");
        }
        return new BenchmarkJar(jar);
    }

    /** @param ours whose options and heap it gets */
    List<String> command(String program, Application ours) {
        return Stream.concat(
                        PreparedApplication.commandBeside(ours).stream(),
                        Stream.of("-cp", jar.toString(), "io.authsvcs.benchmark." + program))
                .toList();
    }
}
