package io.authsvcs.local;

import io.authsvcs.local.process.Folders;
import java.util.List;

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
        Folders.delete(home.stateFile());
    }
}
