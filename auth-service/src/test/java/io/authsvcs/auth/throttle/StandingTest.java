package io.authsvcs.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Of buckets that hold two, and drain one a minute. */
class StandingTest {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Level HALF = new Level(EVERY, Optional.empty());
    private static final Level FULL = new Level(EVERY.multipliedBy(2), Optional.empty());
    private static final List<Bucket> OF_STRANGER = Arrays.stream(Scope.values())
            .filter(scope -> scope != Scope.DEVICE)
            .map(StandingTest::bucket)
            .toList();

    @Test
    void theFirstTryCountsForAll() {
        assertThat(decide(Map.of())).isEqualTo(new Decision.Admit(OF_STRANGER, false));
    }

    @Test
    void aFurtherTryOfAnAccountIsNoFurtherAccount() {
        assertThat(decide(Map.of(Scope.ACCOUNT_AND_NETWORK, HALF)))
                .isEqualTo(new Decision.Admit(without(Scope.ACCOUNTS_OF_NETWORK), false));
    }

    @Test
    void whoHasTriedTooManyAccountsMayGoOnWithThoseThatAreBegun() {
        assertThat(decide(Map.of(Scope.ACCOUNT_AND_NETWORK, HALF, Scope.ACCOUNTS_OF_NETWORK, FULL)))
                .isEqualTo(new Decision.Admit(without(Scope.ACCOUNTS_OF_NETWORK), false));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"NETWORK", "ACCOUNTS_OF_NETWORK", "ACCOUNT_AND_NETWORK"})
    void whatIsFullRefuses(Scope scope) {
        assertThat(decide(Map.of(scope, FULL))).isEqualTo(new Decision.Refuse(scope, EVERY));
    }

    @Test
    void theLongestWaitIsTold() {
        Level fuller = new Level(EVERY.multipliedBy(3), Optional.empty());

        assertThat(decide(Map.of(Scope.NETWORK, FULL, Scope.ACCOUNT_AND_NETWORK, fuller, Scope.ACCOUNT, FULL)))
                .isEqualTo(new Decision.Refuse(Scope.ACCOUNT_AND_NETWORK, EVERY.multipliedBy(2)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ACCOUNT", "PASSWORD"})
    void whatIsGuessedFromEverywhereMakesAStrangerComeAgain(Scope scope) {
        assertThat(decide(Map.of(scope, FULL)))
                .isEqualTo(new Decision.Promise(scope, bucket(Scope.NETWORK), bucket(Scope.ACCOUNT_AND_NETWORK)));
        assertThat(decide(Map.of(scope, FULL, Scope.ACCOUNT_AND_NETWORK, promised(Duration.ofSeconds(3)))))
                .isEqualTo(new Decision.Refuse(scope, Duration.ofSeconds(3)));
    }

    @Test
    void whoComesAgainIsLetInAndAddsNothingToTheCrowd() {
        assertThat(decide(Map.of(Scope.ACCOUNT, FULL, Scope.ACCOUNT_AND_NETWORK, promised(Duration.ZERO))))
                .isEqualTo(new Decision.Admit(without(Scope.ACCOUNT), true));
    }

    @Test
    void whoComesMuchLaterIsToldToComeAgain() {
        assertThat(decide(Map.of(Scope.ACCOUNT, FULL, Scope.ACCOUNT_AND_NETWORK, promised(Standing.KEPT.negated()))))
                .isInstanceOf(Decision.Promise.class);
    }

    @Test
    void aPromiseIsNoWayAroundWhatRefuses() {
        Level promisedAndFull = new Level(FULL.backlog(), Optional.of(Duration.ZERO));

        assertThat(decide(Map.of(Scope.ACCOUNT, FULL, Scope.ACCOUNT_AND_NETWORK, promisedAndFull)))
                .asInstanceOf(InstanceOfAssertFactories.type(Decision.Refuse.class))
                .extracting(Decision.Refuse::scope)
                .isEqualTo(Scope.ACCOUNT_AND_NETWORK);
    }

    @Test
    void aKnownDeviceHasABucketOfItsOwn() {
        List<Bucket> device = List.of(bucket(Scope.DEVICE));

        assertThat(new Standing(device, Map.of()).decide()).isEqualTo(new Decision.Admit(device, false));
        assertThat(new Standing(device, Map.of(device.getFirst().key(), FULL)).decide())
                .isEqualTo(new Decision.Refuse(Scope.DEVICE, EVERY));
    }

    private static Decision decide(Map<Scope, Level> levels) {
        Map<String, Level> byKey = levels.entrySet().stream()
                .collect(Collectors.toMap(entry -> bucket(entry.getKey()).key(), Map.Entry::getValue));
        return new Standing(OF_STRANGER, byKey).decide();
    }

    private static Level promised(Duration wait) {
        return new Level(Duration.ZERO, Optional.of(wait));
    }

    private static List<Bucket> without(Scope scope) {
        return OF_STRANGER.stream().filter(bucket -> bucket.scope() != scope).toList();
    }

    private static Bucket bucket(Scope scope) {
        return Bucket.of(scope, new Allowance(2, EVERY), "any");
    }
}
