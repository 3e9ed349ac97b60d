package io.authsvcs.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.WrongMasterKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What the statements promise, whoever runs them, and what is at rest. */
class SpentStepsTest {
    private static final List<TestInstance> INSTANCES = List.of(TestPair.ONE, TestPair.OTHER);

    private final Subject owner = anOwner();
    private final UUID id = UUID.randomUUID();

    SpentStepsTest() {
        rows(0).put(id, owner, new byte[] {1}).block();
    }

    @Test
    void aStepIsSpentOnceOverAllInstances() {
        assertThat(spent(40, 1000)).isEqualTo(1);
        assertThat(spent(40, 1000)).isZero();
    }

    @Test
    void whatIsEarlierThanASpentStepIsSpentToo() {
        assertThat(spent(1, 1000)).isEqualTo(1);

        assertThat(spent(1, 999)).isZero();
        assertThat(spent(1, 1001)).isEqualTo(1);
    }

    @Test
    void oneThatIsActiveIsNotReplaced() {
        assertThat(rows(0).put(UUID.randomUUID(), owner, new byte[] {2}).block())
                .as("pending")
                .isTrue();
        UUID active = rows(0).find(owner).blockOptional().orElseThrow().id();
        rows(0).confirm(active, 7).block();

        assertThat(rows(1).put(UUID.randomUUID(), owner, new byte[] {3}).block())
                .as("active")
                .isFalse();

        assertThat(rows(1).find(owner).blockOptional().orElseThrow())
                .satisfies(factor -> assertThat(factor.id()).isEqualTo(active))
                .satisfies(factor -> assertThat(factor.confirmedAt()).isPresent());
        assertThat(spent(1, 7)).as("the code that confirmed it").isZero();
    }

    @Test
    void toDeleteItIsToBeRidOfIt() {
        rows(0).confirm(id, 7).block();
        assertThat(activeFactor()).isEqualTo(id.toString());

        TestDatabase.execute(TestPair.DATABASE, "DELETE FROM second_factors WHERE identity_id = '" + owner + "'");

        assertThat(activeFactor()).isEqualTo("null");
    }

    /** Whoever can write to the database can't log in as somebody by a secret of their own. */
    @Test
    void aSecretIsReadForItsOwnerAlone() {
        Subject other = anOwner();
        TestPair.ONE
                .bean(SecondFactors.class)
                .begin(TestPair.ONE
                        .bean(Identities.class)
                        .find(other)
                        .blockOptional()
                        .orElseThrow())
                .block();
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE second_factors SET secret = (SELECT secret FROM second_factors WHERE identity_id = '" + other
                        + "') WHERE identity_id = '" + owner + "'");

        assertThatThrownBy(
                        () -> TestPair.ONE.bean(SecondFactors.class).find(owner).block())
                .isInstanceOf(WrongMasterKey.class);
    }

    private long spent(int tries, long step) {
        UUID factor = rows(0).find(owner).blockOptional().orElseThrow().id();
        return Flux.range(0, tries)
                .flatMap(i -> rows(i).spend(factor, step), tries)
                .filter(spent -> spent)
                .count()
                .blockOptional()
                .orElseThrow();
    }

    private String activeFactor() {
        return TestDatabase.ask(
                TestPair.DATABASE, "SELECT second_factor_id FROM identities WHERE id = '" + owner + "'");
    }

    private static SecondFactorRows rows(int i) {
        return INSTANCES.get(i % 2).bean(SecondFactorRows.class);
    }

    private static Subject anOwner() {
        return new Subject(UUID.fromString(
                TestPair.one().register(TestApi.anEmail()).get("userID").stringValue()));
    }
}
