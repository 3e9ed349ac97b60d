package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever lists the processes of a machine, or has a dump of their settings, learns no secret. */
@ExtendWith(SharedCluster.class)
class ProcessListIT {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Path JCMD = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "jcmd");

    private final Cluster cluster;

    ProcessListIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void noSecretIsOnACommandLine() throws IOException {
        assumeTrue(Files.isDirectory(PROCESSES));
        List<String> secrets = secrets();

        List<String> lines = pids(any -> true)
                .flatMap(ProcessListIT::withDescendants)
                .mapToObj(ProcessListIT::commandLine)
                .toList();

        assertThat(lines).anyMatch(line -> line.contains("postgres")).anyMatch(line -> line.contains("gateway.jar"));
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }

    @Test
    void noSecretIsASystemProperty() throws IOException {
        List<String> secrets = secrets();

        List<String> properties = pids(process -> process.kind() != Kind.DATABASE)
                .mapToObj(pid -> Tool.run(JCMD.toString(), Long.toString(pid), "VM.system_properties"))
                .map(Tool.Result::output)
                .toList();

        assertThat(properties)
                .hasSizeGreaterThan(3)
                .allSatisfy(text -> assertThat(text).contains("java.version").doesNotContain(secrets));
    }

    private LongStream pids(Predicate<ProcessStatus> wanted) {
        return cluster.status().processes().stream().filter(wanted).flatMapToLong(process -> process.pid().stream());
    }

    private static LongStream withDescendants(long pid) {
        LongStream descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), descendants);
    }

    /** Empty for one that has just ended. */
    private static String commandLine(long pid) {
        Path line = PROCESSES.resolve(Long.toString(pid)).resolve("cmdline");
        try {
            return Files.exists(line) ? Files.readString(line) : "";
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<String> secrets() throws IOException {
        JsonNode file = new JsonMapper().readTree(Files.readString(Path.of("target", "a cluster", "secrets.json")));
        List<String> secrets = file.valueStream().map(JsonNode::stringValue).toList();
        assertThat(secrets).hasSizeGreaterThan(6);
        return secrets;
    }
}
