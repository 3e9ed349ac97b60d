package io.authsvcs.local;

import io.authsvcs.local.application.PreparedApplication;
import java.time.Duration;
import java.util.List;

/** What the Java processes of a cluster are started for. */
enum Life {
    /** To serve, as soon as possible: with the start caches that are there. */
    AT_ONCE(Duration.ofMinutes(2), Duration.ofSeconds(20)),
    /** To serve, and often: a build that has no start caches yet gets them first, which takes up to two minutes. */
    REHEARSED(Duration.ofMinutes(2), Duration.ofSeconds(20)),
    /** To leave start caches behind; written when a process ends, which therefore takes longer. */
    REHEARSAL(Duration.ofMinutes(3), Duration.ofMinutes(2));

    private final Duration patience;
    private final Duration farewell;

    Life(Duration patience, Duration farewell) {
        this.patience = patience;
        this.farewell = farewell;
    }

    /** How long a start may take. */
    Duration patience() {
        return patience;
    }

    /** How long a process may take to leave before it is made to. */
    Duration farewell() {
        return farewell;
    }

    List<String> command(PreparedApplication application) {
        return this == REHEARSAL ? application.rehearsal() : application.command();
    }
}
