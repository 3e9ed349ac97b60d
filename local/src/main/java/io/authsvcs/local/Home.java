package io.authsvcs.local;

import io.authsvcs.local.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where one cluster keeps what is its own. */
record Home(Path folder) {
    Path stateFile() {
        return folder.resolve("state.json");
    }

    Path secretsFile() {
        return folder.resolve("secrets.json");
    }

    Path lockFile() {
        return folder.resolve("lock");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    LogFile log(String name) {
        return new LogFile(logs().resolve(name + ".log"));
    }

    /** Messages to users: whoever reads them can take over accounts. */
    Path mail() {
        return folder.resolve("mail");
    }

    /** What clients of a run were answered: their passwords too. */
    Path journals() {
        return folder.resolve("journals");
    }

    /** Where a gateway keeps the list of instances that it knew last. */
    Path instancesKnownTo(String gateway) {
        return folder.resolve(gateway + ".instances.json");
    }

    /** All that is written beside the data, and is not made to hold secrets. */
    List<Path> writings() {
        List<Path> writings = new ArrayList<>(files(logs()));
        files(folder).stream()
                .filter(file -> file.equals(stateFile()) || isListOfInstances(file))
                .forEach(writings::add);
        return List.copyOf(writings);
    }

    private static List<Path> files(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isListOfInstances(Path file) {
        return file.getFileName().toString().endsWith(".instances.json");
    }

    Path data() {
        return folder.resolve("postgres").resolve("data");
    }
}
