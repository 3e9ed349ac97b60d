package io.authsvcs.local;

import io.authsvcs.local.process.LogFile;
import java.nio.file.Path;

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

    Path data() {
        return folder.resolve("postgres").resolve("data");
    }
}
