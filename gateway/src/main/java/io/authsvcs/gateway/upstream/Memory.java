package io.authsvcs.gateway.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the instances are, in a file, so that a gateway which starts while the registry is away serves all the same. Who
 * may write there decides where requests go, so that it belongs to the gateway alone.
 */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    // What an older gateway has written says nothing of TLS, which it did not speak.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final TypeReference<List<Registration>> REGISTRATIONS = new TypeReference<>() {};

    private final Optional<Path> file;
    private List<Registration> kept = List.of();

    /** Told of once, and tried again at each look. */
    private boolean failing;

    /** Without a file nothing is remembered. */
    Memory(Optional<Path> file) {
        this.file = file;
    }

    /** Who was there last; nobody when that isn't known. */
    synchronized List<Registration> recall() {
        kept = file.map(Memory::read).orElseGet(List::of);
        return kept;
    }

    /** Nobody is no news: rather than an empty list, the last ones are kept. */
    synchronized void keep(List<Registration> present) {
        if (!present.isEmpty() && !present.equals(kept) && isWritten(present)) {
            kept = present;
        }
    }

    private boolean isWritten(List<Registration> present) {
        Optional<IOException> failed = file.flatMap(path -> write(path, present));
        failed.filter(cause -> !failing)
                .ifPresent(cause -> LOG.warn(
                        "{} can't be written; should the registry be away at the next start, no instance is known",
                        file.map(Path::toString).orElse(""),
                        cause));
        failing = failed.isPresent();
        return !failing;
    }

    private static List<Registration> read(Path path) {
        try {
            return List.copyOf(JSON.readValue(Files.readString(path), REGISTRATIONS));
        } catch (NoSuchFileException firstTime) {
            return List.of();
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("{} can't be read, so this gateway starts without knowing an instance", path, unreadable);
            return List.of();
        }
    }

    /**
     * Whole or not at all.
     *
     * @return why not
     */
    private static Optional<IOException> write(Path path, List<Registration> present) {
        try {
            Path next = Files.createTempFile(
                    path.toAbsolutePath().getParent(), path.getFileName().toString(), ".next");
            try {
                Files.writeString(next, JSON.writeValueAsString(present));
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
            return Optional.empty();
        } catch (IOException unwritable) {
            return Optional.of(unwritable);
        }
    }
}
