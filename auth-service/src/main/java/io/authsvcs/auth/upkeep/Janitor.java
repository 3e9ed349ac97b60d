package io.authsvcs.auth.upkeep;

import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.idempotency.Effects;
import io.authsvcs.auth.outbox.Outbox;
import io.authsvcs.auth.session.Sessions;
import io.authsvcs.auth.throttle.Throttle;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Goes round about once a minute. Every instance has one; where two meet, each leaves to the other what it has begun. */
@Component
class Janitor implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Janitor.class);
    private static final int HELPING = 500;
    private static final int MOST_HELPINGS = 100;
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Effects effects;
    private final Actions actions;
    private final Outbox outbox;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Audit audit;
    private final Scheduler scheduler = Schedulers.newSingle("janitor", true);
    private final Disposable rounds;

    Janitor(Effects effects, Actions actions, Outbox outbox, Sessions sessions, Throttle throttle, Audit audit) {
        this.effects = effects;
        this.actions = actions;
        this.outbox = outbox;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.rounds = Mono.defer(() -> Mono.delay(pause(), scheduler))
                .then(Mono.defer(this::round))
                .repeat()
                .subscribe();
    }

    Mono<Void> sweep() {
        return sweep(effects::forget)
                .then(sweep(outbox::forget))
                .then(sweep(actions::forget))
                .then(sweep(sessions::forget))
                .then(sweep(throttle::forget))
                .then(sweep(audit::forget))
                .then(Mono.defer(outbox::count));
    }

    private Mono<Void> round() {
        return sweep().onErrorResume(failure -> {
            log.warn("Old rows can't be deleted now, trying again: {}", failure.getMessage());
            return Mono.empty();
        });
    }

    /** Helping by helping, so that nobody has to wait for it. */
    private static Mono<Void> sweep(IntFunction<Mono<Long>> forget) {
        return Mono.defer(() -> forget.apply(HELPING))
                .repeat(MOST_HELPINGS)
                .takeWhile(deleted -> deleted == HELPING)
                .then();
    }

    private static Duration pause() {
        return Duration.ofMillis(
                (long) (ROUND.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }

    @Override
    public void destroy() {
        rounds.dispose();
        scheduler.dispose();
    }
}
