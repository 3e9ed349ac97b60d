package io.authsvcs.local.bench;

import io.authsvcs.local.application.Application;
import io.authsvcs.local.application.PreparedApplication;
import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Tool;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those that stand beside the tests of a module (JMH). They are compiled with them, and run by nobody else. */
record MicroBenchmarks(Workshop workshop, Path folder, Consumer<String> commentary) {
    private static final List<Application> MODULES = List.of(Application.GATEWAY, Application.AUTH);
    private static final Path CLASSPATH = Path.of("target", "benchmarks.classpath");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    List<Micro> measure() {
        commentary.accept("compiles what is measured by itself");
        compile();
        return MODULES.stream().flatMap(this::measure).toList();
    }

    private void compile() {
        Tool.Result result = Tool.run(
                List.of(
                        workshop.root().resolve("mvnw").toString(),
                        "--file=" + workshop.root(),
                        "--batch-mode",
                        "--no-transfer-progress",
                        "--projects=" + modules(),
                        "--also-make",
                        "-Dspotless.check.skip",
                        "-DincludeScope=test",
                        "-Dmdep.outputFile=" + CLASSPATH,
                        "test-compile",
                        "dependency:build-classpath"),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                PATIENCE);
        require(result, "The benchmarks of " + modules() + " were not compiled.");
    }

    private static String modules() {
        return MODULES.stream().map(Application::module).collect(Collectors.joining(","));
    }

    private Stream<Micro> measure(Application module) {
        commentary.accept("measures what " + module.module() + " does, step by step");
        Path results = Folders.create(folder).resolve(module.module() + ".json");
        Tool.Result result = Tool.run(command(module, results), Map.of(), PATIENCE);
        require(result, "The benchmarks of " + module.module() + " did not end well.");
        return parse(read(results)).stream();
    }

    private List<String> command(Application module, Path results) {
        Path home = workshop.root().resolve(module.module());
        String classpath = String.join(
                File.pathSeparator,
                home.resolve(Path.of("target", "test-classes")).toString(),
                home.resolve(Path.of("target", "classes")).toString(),
                read(home.resolve(CLASSPATH)).strip());
        return Stream.of(
                        PreparedApplication.commandBeside(module).stream(),
                        Stream.of("-cp", classpath, "org.openjdk.jmh.Main"),
                        Stream.of("-bm", "avgt", "-tu", "ns", "-f", "1", "-t", "1", "-foe", "true"),
                        Stream.of("-wi", "3", "-w", "1s", "-i", "5", "-r", "1s"),
                        Stream.of("-rf", "json", "-rff", results.toString()))
                .flatMap(words -> words)
                .toList();
    }

    /** @param results as JMH writes them */
    static List<Micro> parse(String results) {
        return JSON.readTree(results).valueStream().map(MicroBenchmarks::micro).toList();
    }

    private static Micro micro(JsonNode result) {
        JsonNode forks = result.at("/primaryMetric/rawData");
        Spread nanos =
                Spread.of(forks.valueStream().flatMap(JsonNode::valueStream).mapToDouble(JsonNode::asDouble));
        return new Micro(name(result), nanos);
    }

    private static String name(JsonNode result) {
        String[] path = result.get("benchmark").asString().split("\\.", -1);
        String of = words(path[path.length - 2].replace("Benchmark", ""));
        String parameters = result.path("params")
                .valueStream()
                .map(JsonNode::asString)
                .map(value -> " (" + value + ")")
                .collect(Collectors.joining());
        return of + ", " + words(path[path.length - 1]) + parameters;
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[A-Za-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static void require(Tool.Result result, String sentence) {
        if (!result.succeeded()) {
            throw Fault.failed("benchmarks", sentence, "What was written stands above.")
                    .withLog(result.output().lines().toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
