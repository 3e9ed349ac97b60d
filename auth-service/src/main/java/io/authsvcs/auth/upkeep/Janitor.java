package io.authsvcs.auth.upkeep;

import io.authsvcs.auth.action.Actions;
import io.authsvcs.auth.audit.Audit;
import io.authsvcs.auth.factor.Challenges;
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
    private final Challenges challenges;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Audit audit;
    private final Scheduler scheduler = Schedulers.newSingle("janitor", true);
    private final Disposable rounds;

    Janitor(
            Effects effects,
            Actions actions,
            Outbox outbox,
            Challenges challenges,
            Sessions sessions,
            Throttle throttle,
            Audit audit) {
        this.effects = effects;
        this.actions = actions;
        this.outbox = outbox;
        this.challenges = challenges;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.rounds = Mono.defer(() -> Mono.delay(pause(), scheduler))
                .then(Mono.defer(this::sweep))
                .repeat()
                .subscribe();
    }

    Mono<Void> sweep() {
        return sweep("idempotency keys", effects::forget)
                .then(sweep("messages", outbox::forget))
                .then(sweep("action tokens", actions::forget))
                .then(sweep("challenges", challenges::forget))
                .then(sweep("sessions", sessions::forget))
                .then(sweep("throttles", throttle::forget))
                .then(sweep("audit events", audit::forget))
                .then(goOn("messages can't be counted", Mono.defer(outbox::count)));
    }

    /** Helping by helping, so that nobody has to wait for it. */
    private static Mono<Void> sweep(String rows, IntFunction<Mono<Long>> forget) {
        return goOn(
                "old " + rows + " can't be deleted",
                Mono.defer(() -> forget.apply(HELPING))
                        .repeat(MOST_HELPINGS)
                        .takeWhile(deleted -> deleted == HELPING)
                        .then());
    }

    /** One that fails, as by a statement that takes too long, must not keep the others from their turn. */
    private static Mono<Void> goOn(String problem, Mono<Void> work) {
        return work.onErrorResume(failure -> {
            log.warn("For now {}, trying again in a minute: {}", problem, failure.getMessage());
            return Mono.empty();
        });
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
