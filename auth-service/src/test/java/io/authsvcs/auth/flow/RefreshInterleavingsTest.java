package io.authsvcs.auth.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.identity.Directory;
import io.authsvcs.auth.identity.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/**
 * Sessions as state machines under random callers: whatever they do, each token has one successor at most, and none once
 * somebody has been told that the session is over.
 */
class RefreshInterleavingsTest {
    private static final int ROUNDS = 1_000;

    private final String database = TestDatabase.create();

    @Test
    void noInterleavingForksASessionOrOutlivesItsEnd() {
        try (TestInstance one = TestInstance.start(database);
                TestInstance other = TestInstance.start(database)) {
            long seed = System.nanoTime();
            Random random = new Random(seed);

            List<TestFamily> families = Flux.fromIterable(owners(one))
                    .map(owner -> new TestFamily(List.of(one, other), owner, new Random(random.nextLong())))
                    .flatMap(family -> family.play().thenReturn(family), 4)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();

            assertThat(families).as("seed " + seed).hasSize(ROUNDS);
            assertThat(families)
                    .as("seed " + seed)
                    .flatExtracting(TestFamily::faults)
                    .isEmpty();
            assertThat(families).flatExtracting(TestFamily::ends).contains(TestFamily.End.values());
            assertThat(families).filteredOn(family -> family.ends().isEmpty()).hasSizeGreaterThan(ROUNDS / 10);
        }
    }

    /** One for each round, with the administrator's password: a thousand hashes would take longer than all the rest. */
    private List<Identity> owners(TestInstance instance) {
        TestDatabase.execute(database, """
                INSERT INTO identities (id, email, email_key, roles, status)
                SELECT gen_random_uuid(), email, email, '{user}', 'active'
                FROM (SELECT n || '@example.com' AS email FROM generate_series(1, %d) n) AS owners
                """.formatted(ROUNDS));
        TestDatabase.execute(database, """
                INSERT INTO credentials (identity_id, password_hash)
                SELECT owner.id, password_hash FROM credentials, identities AS owner WHERE 'user' = owner.roles[1]
                    AND cardinality(owner.roles) = 1
                """);
        return instance
                .bean(Directory.class)
                .find(new Directory.Query(List.of(), Optional.empty(), ROUNDS + 1, Optional.empty()))
                .blockOptional()
                .orElseThrow()
                .identities()
                .stream()
                .filter(identity -> !identity.isActiveAdministrator())
                .toList();
    }
}
