package io.authsvcs.auth.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells once a second at most that the database is away, however many requests fail of it. */
@Component
class OutageLog {
    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private Instant told = Instant.EPOCH;
    private long untold;

    OutageLog(InstantSource clock) {
        this.clock = clock;
    }

    void note(String requestId, Throwable failure) {
        long failed = due();
        if (failed > 0) {
            log.warn(
                    "The database is unavailable: {} (requests that failed since the last such line: {}, the latest {})",
                    rootSentence(failure),
                    failed,
                    requestId);
        }
    }

    /** How many requests the next line is about; 0 where it isn't due yet. */
    private synchronized long due() {
        untold++;
        Instant now = clock.instant();
        // Either way: a clock that was set back must not silence this for long.
        if (Duration.between(told, now).abs().compareTo(PAUSE) < 0) {
            return 0;
        }
        long failed = untold;
        told = now;
        untold = 0;
        return failed;
    }

    private static String rootSentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
