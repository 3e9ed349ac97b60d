package io.authsvcs.auth.session;

import java.time.Duration;
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
 * Which sessions are in use, written down now and then in few statements: a check of a token must not cost a write. What
 * can't be written now is written later; what an instance hasn't written when it is killed, at the next use.
 */
@Component
class LastSeen implements DisposableBean {
    /** Use is noted where it was last noted longer than that ago. */
    static final Duration STEP = Duration.ofSeconds(45);

    /** What is written is never further behind the last use: a step, and the time that writing may take. */
    static final Duration BEHIND = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(LastSeen.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** A statement's at most. */
    private static final int HELPING = 1_000;

    /** Beyond so many that wait to be written, as those do that are used while the database is away, one has to be used again. */
    private static final int MOST = 50_000;

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

    void note(SessionState session) {
        if (session.unseen() && seen.size() < MOST) {
            seen.add(session.id());
        }
    }

    private Mono<Void> write() {
        return Flux.fromIterable(List.copyOf(seen))
                .buffer(HELPING)
                .concatMap(this::see)
                .then()
                .onErrorResume(away -> {
                    log.debug("The last use of {} sessions isn't written down: {}", seen.size(), away.getMessage());
                    return Mono.empty();
                });
    }

    private Mono<Void> see(List<SessionId> helping) {
        return rows.see(helping, STEP).doOnSuccess(done -> helping.forEach(seen::remove));
    }

    @Override
    public void destroy() {
        writing.dispose();
        write().timeout(FAREWELL, Mono.empty()).block();
    }
}
