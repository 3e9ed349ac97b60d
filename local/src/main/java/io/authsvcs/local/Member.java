package io.authsvcs.local;

import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.util.Optional;

/**
 * One process of the cluster, running or not.
 *
 * @param port where it serves, 0 before its first start; remembered while it is stopped
 * @param managementPort where its actuator is; 0 for the database, which has none
 * @param process what was started last, unless it was stopped since: when it is gone nevertheless, it died
 */
record Member(String name, Kind kind, int port, int managementPort, Optional<ProcessId> process) {
    static Member named(String name, Kind kind) {
        return new Member(name, kind, 0, 0, Optional.empty());
    }

    static Member auth(int number) {
        return named(Kind.AUTH.word() + "-" + number, Kind.AUTH);
    }

    /** The n of auth-n; 0 for what there is only one of. */
    int number() {
        return kind == Kind.AUTH ? Integer.parseInt(name.substring(name.indexOf('-') + 1)) : 0;
    }

    boolean isAlive() {
        return process.filter(ProcessId::isAlive).isPresent();
    }

    boolean isDead() {
        return process.isPresent() && !isAlive();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    Member withPorts(int service, int management) {
        return new Member(name, kind, service, management, process);
    }

    Member running(ProcessId started) {
        return new Member(name, kind, port, managementPort, Optional.of(started));
    }

    Member stopped() {
        return new Member(name, kind, port, managementPort, Optional.empty());
    }
}
