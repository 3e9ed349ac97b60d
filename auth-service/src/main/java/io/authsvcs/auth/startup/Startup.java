package io.authsvcs.auth.startup;

import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.flow.EnsureAdministrator;
import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.outbox.Outbox;
import io.authsvcs.auth.persistence.BrokenSchema;
import io.authsvcs.auth.persistence.Migrations;
import io.authsvcs.auth.token.SigningKeys;
import io.authsvcs.auth.token.WrongMasterKey;
import io.authsvcs.common.InvalidSetting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What must have happened before this instance is used. A database that isn't there yet is waited for; only what
 * waiting can't mend stops the process, with a sentence.
 */
@Component("startup")
class Startup extends AbstractHealthIndicator implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Migrations migrations;
    private final SigningKeys signingKeys;
    private final EnsureAdministrator ensureAdministrator;
    private final AdministratorSettings administrator;
    private final WarmUp warmUp;
    private final Outbox outbox;
    private final Availability availability;
    private final Disposable.Swap work = Disposables.swap();
    private volatile boolean able;
    private volatile boolean done;

    Startup(
            Migrations migrations,
            SigningKeys signingKeys,
            EnsureAdministrator ensureAdministrator,
            AdministratorSettings administrator,
            WarmUp warmUp,
            Outbox outbox,
            Availability availability) {
        super("The start-up could not be looked at");
        this.migrations = migrations;
        this.signingKeys = signingKeys;
        this.ensureAdministrator = ensureAdministrator;
        this.administrator = administrator;
        this.warmUp = warmUp;
        this.outbox = outbox;
        this.availability = availability;
    }

    /** Whether requests may be let in: its own first, and of others those that come before their time. */
    boolean isAble() {
        return able;
    }

    @EventListener
    void onReady(ApplicationReadyEvent event) {
        work.update(step("migrate the database", migrations.migrate())
                .then(step("load the signing keys", signingKeys.load()))
                .then(step("look for the administrator", Mono.defer(this::ensureAdministrator)))
                .doOnSuccess(nothing -> able = true)
                .then(step("warm up", warmUp.run()))
                .subscribe(nothing -> {}, failure -> giveUp(event.getApplicationContext(), failure), this::finish));
    }

    @Override
    public void destroy() {
        work.dispose();
    }

    private Mono<Void> ensureAdministrator() {
        Email email = Email.parse(administrator.email()).orElseThrow();
        return ensureAdministrator.ensure(email, new Password(administrator.password()));
    }

    private static Mono<Void> step(String name, Mono<Void> work) {
        AtomicReference<String> told = new AtomicReference<>("");
        return work.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_TRIES)
                .filter(Startup::isMendedByWaiting)
                .doBeforeRetry(signal -> tellOnce("Can't " + name + " yet, trying again", signal.failure(), told)));
    }

    private static void tellOnce(String what, Throwable why, AtomicReference<String> told) {
        String sentence = what + ": " + firstLine(why);
        if (!sentence.equals(told.getAndSet(sentence))) {
            log.warn(sentence);
        }
    }

    private static boolean isMendedByWaiting(Throwable failure) {
        return switch (failure) {
            case WrongMasterKey lost -> false;
            case BrokenSchema broken -> false;
            case InvalidSetting unfit -> false;
            default -> true;
        };
    }

    private void finish() {
        done = true;
        outbox.open();
        availability.ready();
        log.info("Ready");
    }

    // Closing the context waits for this very thread, so another one has to do it.
    private static void giveUp(ConfigurableApplicationContext context, Throwable failure) {
        log.error("Stopping: {}", sentence(failure));
        Thread.ofPlatform()
                .name("give-up")
                .daemon(false)
                .start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }

    private static String sentence(Throwable failure) {
        return failure instanceof InvalidSetting unfit
                ? unfit.getMessage() + " " + unfit.cure()
                : String.valueOf(failure.getMessage());
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (done) {
            health.up();
        } else {
            health.outOfService();
        }
    }
}
