package io.authsvcs.local;

import io.authsvcs.local.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one file that remembers the cluster. It is replaced whole, so a reader sees one state or the next. */
record StateFile(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Optional<ClusterState> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(
                            JSON.treeToValue(OlderState.completed(JSON.readTree(path.toFile())), ClusterState.class))
                    : Optional.empty();
        } catch (JacksonException broken) {
            throw unreadable().causedBy(broken);
        }
    }

    void write(ClusterState state) {
        PrivateFile.write(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
    }

    private Fault unreadable() {
        return Fault.failed(
                "authctl",
                path + " is not what authctl wrote.",
                "End the processes that it names, remove it, and start again: the data is elsewhere and stays.");
    }
}
