package io.authsvcs.local.bench;

import io.authsvcs.local.http.Question;
import io.authsvcs.local.process.ProcessId;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody who is measured, by one request that is sent again and again.
 *
 * @param contestant of whom one may have several
 * @param name as reports have it
 * @param connections on which it is asked, on each again as soon as it has answered
 * @param does what is measured, in words
 * @param processes who work for it, by name
 */
record Peer(
        Contestant contestant,
        String name,
        String does,
        URI door,
        Question question,
        int connections,
        Map<String, ProcessId> processes) {
    static final int USUAL_CONNECTIONS = 32;
    /** Enough for two processors; more of them would wait for each other, or be refused. */
    static final int CONNECTIONS_TO_HASH = 8;

    /** The same under other circumstances. */
    Peer as(String otherName, String otherwise) {
        return new Peer(contestant, otherName, otherwise, door, question, connections, processes);
    }

    /** What they use of the processors is told elsewhere. */
    Peer withoutProcesses() {
        return new Peer(contestant, name, does, door, question, connections, Map.of());
    }

    /** Asked by so many at the same time. */
    Peer on(int otherConnections) {
        return new Peer(contestant, name, does, door, question, otherConnections, processes);
    }

    Peer {
        processes = Collections.unmodifiableMap(new LinkedHashMap<>(processes));
    }
}
