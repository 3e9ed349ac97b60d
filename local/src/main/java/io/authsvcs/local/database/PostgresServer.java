package io.authsvcs.local.database;

import io.authsvcs.local.process.Launch;
import io.authsvcs.local.process.LogFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The PostgreSQL server of one cluster: on the loopback address, with a password, and with fsync on. */
public final class PostgresServer {
    private static final int CONNECTIONS = 200;
    private static final String INSTANCES = DataDirectory.OWNER + "_instances";

    private final DataDirectory data;

    private PostgresServer(DataDirectory data) {
        this.data = data;
    }

    /**
     * Finds its programs and its data, and makes what is missing; some seconds the first time.
     *
     * @param programs where the unpacked programs are kept, shared by any number of clusters
     * @param folder where the data is kept
     */
    public static PostgresServer prepare(Path programs, Path folder, String password) {
        PostgresAccount account = PostgresAccount.find();
        Path binaries = PostgresBinaries.unpackInto(programs);
        account.own(binaries);
        DataDirectory data = new DataDirectory(folder, binaries, account);
        if (!data.exists()) {
            data.create(password);
        }
        return new PostgresServer(data);
    }

    /** Of whoever owns all that is in it. */
    public static DatabaseUrl url(int port, String password) {
        return DatabaseUrl.local(port, DataDirectory.OWNER, password, DataDirectory.OWNER);
    }

    /** Of the role that owns nothing; whoever migrates as the owner makes it. */
    public static DatabaseUrl urlOfInstances(int port, String password) {
        return DatabaseUrl.local(port, INSTANCES, password, DataDirectory.OWNER);
    }

    /** How to start it, once the one before is gone. It is stopped by {@code Signal.INT}. */
    public Launch launch(String name, int port, LogFile log) {
        data.forgetLostServer();
        return new Launch(name, data.account().as(command(port)), Map.of(), data.path(), log);
    }

    private List<String> command(int port) {
        return List.of(
                data.binaries().resolve("bin/postgres").toString(),
                "-D",
                data.path().toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=" + CONNECTIONS,
                // What users send stays out of the log: a conflict's details and a failed statement hold their data.
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "log_min_error_statement=panic");
    }
}
