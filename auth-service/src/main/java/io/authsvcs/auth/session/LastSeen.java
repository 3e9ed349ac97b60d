package io.authsvcs.auth.session;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which sessions are in use, written down now and then in one statement: a check of a token must not cost a write. What an
 * instance hasn't written when it dies is written at the next use.
 */
@Component
class LastSeen implements DisposableBean {
    static final Duration EXACTNESS = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(LastSeen.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Set<SessionId> seen = ConcurrentHashMap.newKeySet();
    private final SessionRows rows;
    private final Disposable writing;

    LastSeen(SessionRows rows) {
        this.rows = rows;
        this.writing = Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(tick -> write())
                .subscribe();
    }

    /** Beyond so many, a session has to be seen again: this is a courtesy to its owner, not a record. */
    void note(SessionId id) {
        if (seen.size() < MOST) {
            seen.add(id);
        }
    }

    private Mono<Void> write() {
        Collection<SessionId> written = List.copyOf(seen);
        if (written.isEmpty()) {
            return Mono.empty();
        }
        seen.removeAll(written);
        return rows.see(written, EXACTNESS).onErrorResume(away -> {
            log.debug("The last use of {} sessions isn't written down: {}", written.size(), away.getMessage());
            return Mono.empty();
        });
    }

    @Override
    public void destroy() {
        writing.dispose();
    }
}
