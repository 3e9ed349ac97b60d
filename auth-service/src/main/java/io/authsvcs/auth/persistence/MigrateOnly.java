package io.authsvcs.auth.persistence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A process that migrates and ends, so that no instance need be told who owns the tables. */
@EnableConfigurationProperties(DatabaseSettings.class)
@Import(Migrations.class)
public class MigrateOnly {
    /** What a process is told to be this one. */
    public static final String WORD = "migrate";

    private static final Logger log = LoggerFactory.getLogger(MigrateOnly.class);

    /** @return the exit code: 1 where somebody has to do something first, or to start this again */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(MigrateOnly.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            return migrate(context.getBean(Migrations.class));
        }
    }

    private static int migrate(Migrations migrations) {
        try {
            migrations.migrate().block();
            log.info("The database is up to date");
            return 0;
        } catch (NotMigrated | BrokenSchema failure) {
            log.error("The database isn't up to date: {}", failure.getMessage());
            return 1;
        }
    }
}
