package io.authsvcs.local;

import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.util.Optional;

/**
 * One process of the cluster, running or not.
 *
 * @param port where it serves, 0 before its first start; remembered while it is stopped
 * @param managementPort where its actuator is; 0 for the database, which has none
 * @param settings of its own, beyond those of its kind
 * @param process what was started last, unless it was stopped since: when it is gone nevertheless, it died
 */
record Member(String name, Kind kind, int port, int managementPort, Settings settings, Optional<ProcessId> process) {
    private static final String LOOPBACK = "127.0.0.1";

    /** The instances are auth-1, auth-2, …; of the others the first has no number: gateway, gateway-2, …. */
    static Member of(Kind kind, int number) {
        String name = kind == Kind.AUTH || number > 1 ? kind.word() + "-" + number : kind.word();
        return new Member(name, kind, 0, 0, Settings.none(), Optional.empty());
    }

    /** The n of its name, from 1. */
    int number() {
        int dash = name.indexOf('-');
        return dash < 0 ? 1 : Integer.parseInt(name.substring(dash + 1));
    }

    boolean isFirst() {
        return number() == 1;
    }

    boolean isAlive() {
        return process.filter(ProcessId::isAlive).isPresent();
    }

    boolean isDead() {
        return process.isPresent() && !isAlive();
    }

    Address address() {
        return new Address(LOOPBACK, port);
    }

    URI url() {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    URI management(String path) {
        return URI.create("http://" + LOOPBACK + ":" + managementPort + path);
    }

    Member withSettings(Settings own) {
        return new Member(name, kind, port, managementPort, own, process);
    }

    Member withPorts(int service, int management) {
        return new Member(name, kind, service, management, settings, process);
    }

    Member running(ProcessId started) {
        return new Member(name, kind, port, managementPort, settings, Optional.of(started));
    }

    Member stopped() {
        return new Member(name, kind, port, managementPort, settings, Optional.empty());
    }
}
