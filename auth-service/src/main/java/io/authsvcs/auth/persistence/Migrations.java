package io.authsvcs.auth.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Brings the schema up to date: expand and contract only, so that instances of two versions run side by side. */
@Component
public class Migrations {
    private final DatabaseUrl address;
    private final DatabaseUrl owner;

    Migrations(DatabaseSettings settings) {
        this.address = settings.address();
        this.owner = settings.owner().orElse(address);
    }

    /** Any number of instances may do this at once: Flyway lets one through after the other. */
    public Mono<Void> migrate() {
        return Mono.fromRunnable(this::run)
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private void run() {
        try {
            if (!owner.equals(address)) {
                new InstanceRole(address.user(), address.password()).ensure(owner);
            }
            Flyway flyway = flyway();
            // Whoever may not would be kept waiting by Flyway, for ten seconds.
            if (flyway.info().pending().length > 0 && !mayCreate(flyway)) {
                throw NotMigrated.forbidden(owner);
            }
            flyway.migrate();
        } catch (FlywayValidateException changed) {
            throw new BrokenSchema(changed);
        } catch (FlywayException | SQLException refused) {
            throw NotMigrated.by(owner, refused);
        }
    }

    private static boolean mayCreate(Flyway flyway) throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                // In an SQL text.
                .placeholders(Map.of("instances", address.user().replace("'", "''")))
                .load();
    }
}
