package io.authsvcs.local.database;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data of a PostgreSQL server: made once, kept ever after. */
record DataDirectory(Path path, Path binaries, PostgresAccount account) {
    static final String OWNER = "auth_svcs";

    boolean exists() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    /**
     * Makes the server's files, with one user and its database, whose name is the user's.
     *
     * <p>It is made beside its place and moved there when it is whole, so that a half-made one is never taken for data.
     */
    void create(String password) {
        Path unfinished = Folders.createBeside(path);
        account.own(unfinished);
        initialise(unfinished, password);
        createDatabase(unfinished);
        Folders.place(unfinished, path);
    }

    private void initialise(Path folder, String password) {
        // The password travels by standard input: a file would need deleting, and a command line is public.
        List<String> command = List.of(
                "sh",
                "-c",
                "printf '%s\\n' \"$AUTHCTL_DATABASE_PASSWORD\" | \"$0\" \"$@\"",
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + OWNER,
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-locale",
                "--data-checksums");
        check(Tool.run(account.as(command), Map.of("AUTHCTL_DATABASE_PASSWORD", password)));
    }

    /** In single-user mode: no server, no port, no password. */
    private void createDatabase(Path folder) {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "echo \"CREATE DATABASE " + OWNER + "\" | \"$0\" \"$@\""));
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(), "--single", "-j", "-D", folder.toString(), "postgres"));
        check(Tool.run(account.as(command), Map.of()));
    }

    /**
     * Removes the lock of a server that was killed, when its number now belongs to somebody else: PostgreSQL would take
     * that one for itself and refuse to start. Call it only when our server is known to be gone.
     */
    void forgetLostServer() {
        Path lock = path.resolve("postmaster.pid");
        try {
            if (Files.exists(lock) && !isPostgres(Files.readAllLines(lock))) {
                Files.delete(lock);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPostgres(List<String> lock) {
        return !lock.isEmpty()
                && ProcessHandle.of(Long.parseLong(lock.getFirst().trim()))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
    }

    private static void check(Tool.Result result) {
        if (!result.succeeded()) {
            throw Fault.failed(
                            "database",
                            "PostgreSQL could not make its data directory.",
                            "Its own words are above; authctl up --database URL does without it.")
                    .withLog(result.output().lines().toList());
        }
    }
}
