package io.authsvcs.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml and Dockerfile as a container engine reads them, without one, and docker/secrets. */
final class ContainerFiles {
    private static final Path ROOT = Path.of("..");

    private ContainerFiles() {}

    static String compose() {
        return read("docker-compose.yml");
    }

    /** What makes the settings that the file asks for. */
    static String secrets() {
        return read("docker/secrets");
    }

    /** Each service's settings by its name, anchors and merges resolved. */
    static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(compose());
        return file.getOrDefault("services", Map.of());
    }

    /** The Dockerfile's instructions, one a line: comments left out, continued lines joined. */
    static List<String> dockerfile() {
        return read("Dockerfile")
                .replaceAll("(?m)^#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The instructions of the stage {@code AS name}, its FROM first. */
    static List<String> stage(String name) {
        var fromHere = dockerfile().stream()
                .dropWhile(line -> !line.matches("FROM \\S+ AS " + name))
                .toList();
        var after = fromHere.stream().skip(1).takeWhile(line -> !line.startsWith("FROM "));
        return Stream.concat(fromHere.stream().limit(1), after).toList();
    }

    private static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
