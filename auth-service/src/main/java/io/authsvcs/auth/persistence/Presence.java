package io.authsvcs.auth.persistence;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Whether PostgreSQL is there, as this instance's look-ups see it. Nobody asks while all is well: a failure makes it look,
 * again and again until it is back.
 */
public class Presence implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LOOK_LIMIT = Duration.ofMillis(500);

    private final Mono<?> look;
    private final Disposable.Swap looking = Disposables.swap();
    private volatile boolean away;
    private boolean isLooking;

    /** @param query the smallest that look-ups could ask, on a connection of theirs */
    Presence(Mono<?> query) {
        this.look = query.timeout(LOOK_LIMIT)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_LOOKS).doBeforeRetry(signal -> lose()));
    }

    public boolean isAway() {
        return away;
    }

    /** A look-up has failed of it: it is away until it is seen. */
    void missed() {
        lose();
        doubted();
    }

    /** Something else has, which may have waited for a lock or a connection in vain: look first. */
    synchronized void doubted() {
        if (!isLooking) {
            isLooking = true;
            looking.update(
                    look.subscribe(seen -> {}, failure -> log.error("Nobody looks any more", failure), this::find));
        }
    }

    private synchronized void lose() {
        if (!away) {
            log.warn("PostgreSQL is away, looking for it every {} ms", BETWEEN_LOOKS.toMillis());
        }
        away = true;
    }

    private synchronized void find() {
        if (away) {
            log.info("PostgreSQL is back");
        }
        away = false;
        isLooking = false;
    }

    @Override
    public void destroy() {
        looking.dispose();
    }
}
