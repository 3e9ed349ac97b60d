package io.authsvcs.auth.persistence;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Brings the schema up to date: expand and contract only, so that instances of two versions run side by side. */
@Component
public class Migrations {
    private final DatabaseSettings settings;

    Migrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Any number of instances may do this at once: Flyway lets one through after the other. */
    public Mono<Void> migrate() {
        return Mono.fromRunnable(this::run)
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private void run() {
        try {
            flyway().migrate();
        } catch (FlywayValidateException changed) {
            throw new BrokenSchema(changed);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .load();
    }
}
