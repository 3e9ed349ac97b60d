package io.authsvcs.auth.persistence;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.STATEMENT_TIMEOUT;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A pool that outlives a restart of the database: nothing in it waits for ever. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class PersistenceConfiguration {
    private static final Duration STATEMENT_LIMIT = Duration.ofMillis(1_500);

    /**
     * A gateway repeats a write elsewhere a second after it was sent to an instance that is frozen or cut off, whose locks
     * are free by then, or soon enough for an answer within two.
     */
    private static final Map<String, String> OPTIONS = Map.of("idle_in_transaction_session_timeout", "700ms");

    /**
     * Look-ups are few statements, each by a key of its index. PostgreSQL would plan them anew each time, for a plan of a
     * single key looks cheaper to it than one of any number, and planning takes longer than all the rest.
     */
    private static final Map<String, String> OPTIONS_OF_LOOKUPS = Map.of("plan_cache_mode", "force_generic_plan");

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(DatabaseSettings settings) {
        return new ConnectionPool(configuration(settings, OPTIONS)
                .maxSize(settings.poolSize())
                .validationDepth(ValidationDepth.REMOTE)
                .build());
    }

    @Bean
    Doubt doubt() {
        return new Doubt(System::nanoTime);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool lookupPool(DatabaseSettings settings, Doubt doubt) {
        return new ConnectionPool(configuration(settings, OPTIONS_OF_LOOKUPS)
                .maxSize(settings.lookupPoolSize())
                .validationDepth(ValidationDepth.LOCAL)
                .postAllocate(connection -> doubt.dispel(Mono.from(connection.validate(ValidationDepth.REMOTE))))
                .build());
    }

    private static ConnectionPoolConfiguration.Builder configuration(
            DatabaseSettings settings, Map<String, String> options) {
        return ConnectionPoolConfiguration.builder(driver(settings, options))
                .initialSize(0)
                .maxLifeTime(Duration.ofMinutes(15))
                .maxAcquireTime(Duration.ofMillis(1_500))
                .maxCreateConnectionTime(Duration.ofMillis(1_500))
                .maxValidationTime(Duration.ofSeconds(1))
                .acquireRetry(1);
    }

    @Bean
    Presence presence(@Qualifier("lookupPool") ConnectionPool pool) {
        return new Presence(DatabaseClient.create(pool).sql("SELECT 1").fetch().first());
    }

    @Bean
    Database database(@Qualifier("connectionPool") ConnectionPool pool, Presence presence) {
        return on(pool, presence::doubted);
    }

    @Bean
    Lookups lookups(@Qualifier("lookupPool") ConnectionPool pool, Presence presence, Doubt doubt) {
        return new Lookups(on(pool, () -> {
            doubt.failed();
            presence.missed();
        }));
    }

    private static Database on(ConnectionPool pool, Runnable whenAway) {
        return new Database(
                DatabaseClient.create(pool), TransactionalOperator.create(new R2dbcTransactionManager(pool)), whenAway);
    }

    private static ConnectionFactory driver(DatabaseSettings settings, Map<String, String> serverOptions) {
        DatabaseUrl address = settings.address();
        ConnectionFactoryOptions.Builder options = ConnectionFactoryOptions.builder()
                .option(DRIVER, PostgresqlConnectionFactoryProvider.POSTGRESQL_DRIVER)
                .option(HOST, address.host())
                .option(PORT, address.port())
                .option(DATABASE, address.database())
                .option(USER, address.user())
                .option(PASSWORD, address.password())
                .option(STATEMENT_TIMEOUT, STATEMENT_LIMIT)
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, serverOptions)
                .option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, settings.applicationName())
                .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, 256)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true);
        address.tls().ifPresent(tls -> {
            options.option(PostgresqlConnectionFactoryProvider.SSL_MODE, SSLMode.fromValue(tls.mode()));
            tls.rootCertificate()
                    .ifPresent(
                            file -> options.option(PostgresqlConnectionFactoryProvider.SSL_ROOT_CERT, file.toString()));
            if (!tls.verifiesHost()) {
                // Netty's default is to verify a host of which the driver says nothing to it then.
                options.option(
                        PostgresqlConnectionFactoryProvider.SSL_CONTEXT_BUILDER_CUSTOMIZER,
                        builder -> builder.endpointIdentificationAlgorithm(""));
            }
        });
        return ConnectionFactories.get(options.build());
    }
}
