package io.authsvcs.auth.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

class JanitorTest {
    private final String database = TestDatabase.create();

    @Test
    void whatIsLongOverIsDeletedAndNothingElse() {
        try (TestInstance instance = TestInstance.start(database)) {
            // More than one helping of each.
            TestDatabase.execute(database, """
                    INSERT INTO idempotency_keys (hash, identity_id, turn, created_at)
                        SELECT decode(md5(i::text), 'hex'), gen_random_uuid(), 0,
                            now() - CASE WHEN i = 0 THEN interval '23 hours' ELSE interval '25 hours' END
                        FROM generate_series(0, 1200) i;
                    INSERT INTO action_tokens
                            (id, purpose, identity_id, email_key, credential_version, expires_at)
                        SELECT gen_random_uuid(), 'activate', (SELECT id FROM identities LIMIT 1), 'x', 0,
                            now() - CASE WHEN i = 0 THEN interval '6 days' ELSE interval '8 days' END
                        FROM generate_series(0, 1200) i;
                    INSERT INTO outbox (id, kind, recipient, action_id, created_at, failed_at)
                        SELECT gen_random_uuid(), 'activate', 'a@b', gen_random_uuid(),
                            now() - CASE WHEN i < 3 THEN interval '6 days' ELSE interval '8 days' END,
                            CASE WHEN i = 0 THEN now() END
                        FROM generate_series(0, 1200) i;
                    INSERT INTO audit_events (id, action, request_id, at)
                        SELECT gen_random_uuid(), 'login', 'janitor',
                            now() - CASE WHEN i = 0 THEN interval '364 days' ELSE interval '366 days' END
                        FROM generate_series(0, 1200) i;
                    INSERT INTO throttles (key, drained_at, promised_at)
                        SELECT decode(md5(i::text), 'hex'),
                            now() + CASE WHEN i = 0 THEN interval '1 minute' ELSE interval '-1 second' END,
                            now() - CASE WHEN i = 1 THEN interval '14 minutes'
                                WHEN i < 600 THEN interval '16 minutes' END
                        FROM generate_series(0, 1200) i;
                    INSERT INTO login_challenges (id, identity_id, generation, persistent, expires_at)
                        SELECT gen_random_uuid(), (SELECT id FROM identities LIMIT 1), 0, false,
                            now() + CASE WHEN i = 0 THEN interval '1 minute' ELSE interval '-1 second' END
                        FROM generate_series(0, 1200) i;
                    INSERT INTO action_tokens (id, purpose, credential_version, expires_at)
                        VALUES (gen_random_uuid(), 'activate', -1, now() - interval '1 second');
                    INSERT INTO outbox (id, kind, action_id, created_at)
                        VALUES (gen_random_uuid(), 'activate', gen_random_uuid(), now() - interval '6 minutes')
                    """);

            instance.bean(Janitor.class).sweep().block();

            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM idempotency_keys"))
                    .isEqualTo("1");
            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM action_tokens"))
                    .isEqualTo("1");
            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM outbox"))
                    .isEqualTo("3");
            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM login_challenges"))
                    .isEqualTo("1");
            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM throttles"))
                    .isEqualTo("2");
            assertThat(TestDatabase.ask(database, "SELECT count(*) FROM audit_events WHERE request_id = 'janitor'"))
                    .isEqualTo("1");
            assertThat(gauge(instance, "outbox.failed")).isEqualTo(1);
            assertThat(gauge(instance, "outbox.waiting")).isEqualTo(2);

            whatCannotBeSweptKeepsNothingElseFromIt(instance);
        }
    }

    private void whatCannotBeSweptKeepsNothingElseFromIt(TestInstance instance) {
        TestDatabase.execute(database, "UPDATE throttles SET drained_at = now() - interval '1 hour'");

        TestDatabase.holding(
                database,
                "LOCK TABLE idempotency_keys",
                0,
                () -> instance.bean(Janitor.class).sweep().block());

        assertThat(TestDatabase.ask(database, "SELECT count(*) FROM throttles")).isEqualTo("1");
    }

    private static double gauge(TestInstance instance, String name) {
        return instance.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
