package io.authsvcs.local;

import io.authsvcs.local.process.Folders;
import java.util.List;
import java.util.stream.IntStream;

/** From whatever runs to nothing: whoever needs others leaves before them. */
record Down(Home home, Members members, Stopper stopper) {
    /** Who was running. */
    List<String> stop() {
        return List.of(Kind.values()).stream()
                .flatMap(kind -> stopper.stop(members.of(kind)).stream())
                .toList();
    }

    /** Secrets stay, for what they may have locked elsewhere. */
    void erase() {
        stop();
        Folders.delete(home.data());
        Folders.delete(home.logs());
        Folders.delete(home.mail());
        Folders.delete(home.journals());
        IntStream.rangeClosed(1, Specification.MOST_GATEWAYS)
                .mapToObj(number -> Member.of(Kind.GATEWAY, number))
                .forEach(gateway -> Folders.delete(home.instancesKnownTo(gateway.name())));
        Folders.delete(home.stateFile());
    }
}
