package io.authsvcs.gateway.upstream;

import static io.authsvcs.gateway.upstream.Registration.Status.DOWN;
import static io.authsvcs.gateway.upstream.Registration.Status.STARTING;
import static io.authsvcs.gateway.upstream.Registration.Status.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstancesTest {
    private static final Tally.Count NOTHING = new Tally.Count(0, 0, 0, Optional.empty());

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Duration clockSet = Duration.ZERO;
    private final Instances instances = new Instances(
            new Clocks(
                    () -> now.plus(clockSet),
                    () -> Duration.between(Instant.EPOCH, now).toNanos()),
            Reach.ANSWERS);

    @Test
    void whatTheRegistrySaysIsShown() {
        instances.refresh(List.of(one("a", 1, UP), one("b", 2, STARTING), one("c", 3, DOWN)));

        assertThat(instances.sightings())
                .containsExactly(
                        new Sighting("a", "h:1", "1", State.UP, now, 0, NOTHING),
                        new Sighting("b", "h:2", "1", State.STARTING, now, 0, NOTHING),
                        new Sighting("c", "h:3", "1", State.DRAINING, now, 0, NOTHING));
    }

    @Test
    void whoHasNotProvenWhoItIsGetsNothing() {
        Instances strict = new Instances(Clocks.system(), Reach.UNPROVEN);
        strict.refresh(List.of(one("a", 1, UP)));
        strict.remember(List.of(one("b", 2, UP)));

        assertThat(strict.all()).hasSize(2).noneMatch(Instance::isUsable).noneMatch(Instance::isProven);
        assertThat(strict.worthRemembering()).isEmpty();

        strict.all().forEach(instance -> instance.found(new Finding.Another(), System.nanoTime()));
        assertThat(strict.all()).noneMatch(Instance::isUsable).noneMatch(Instance::isProven);

        strict.all().forEach(instance -> instance.found(answer(Word.UP), System.nanoTime()));
        assertThat(strict.all()).allMatch(Instance::isUsable).allMatch(Instance::isProven);
    }

    @Test
    void aNewcomerIsNotOnTrialForHavingBeenUnknown() {
        Instances strict = new Instances(Clocks.system(), Reach.UNPROVEN);
        strict.refresh(List.of(one("a", 1, UP)));

        strict.all().forEach(instance -> instance.found(answer(Word.UP), System.nanoTime()));

        assertThat(strict.all()).allMatch(Instance::isWell);
    }

    @Test
    void whoSaysNothingAtFirstStaysUnknown() {
        Instances strict = new Instances(Clocks.system(), Reach.UNPROVEN);
        strict.refresh(List.of(one("a", 1, UP)));

        for (int probe = 0; probe < 3; probe++) {
            strict.all().forEach(instance -> instance.found(new Finding.Silence(), System.nanoTime()));
        }

        assertThat(strict.all()).noneMatch(Instance::isUsable).noneMatch(Instance::isProven);
    }

    @Test
    void aStateIsDatedFromItsChange() {
        instances.refresh(List.of(one("a", 1, STARTING)));
        now = now.plusSeconds(5);
        instances.refresh(List.of(one("a", 1, UP)));
        Instant up = now;
        now = now.plusSeconds(5);
        instances.refresh(List.of(one("a", 1, UP)));

        assertThat(instances.sightings()).extracting(Sighting::since).containsExactly(up);
    }

    @Test
    void anEmptyListIsNotBelievedUntilNobodyAnswers() {
        instances.refresh(List.of(one("a", 1, UP)));
        instances.refresh(List.of());
        assertThat(states()).containsExactly(State.UP);

        Instance missing = only();
        missing.found(new Finding.Nobody(), System.nanoTime());
        assertThat(states()).containsExactly(State.GONE);
        assertThat(missing.isUsable()).isFalse();

        instances.refresh(List.of());
        missing.found(answer(Word.UP), System.nanoTime());
        assertThat(states()).containsExactly(State.EJECTED);
        assertThat(missing.isUsable()).isTrue();
    }

    @Test
    void oneMissedProbeIsChanceAndTwoAreSilence() {
        instances.refresh(List.of(one("a", 1, UP)));
        only().found(new Finding.Silence(), System.nanoTime());
        assertThat(states()).containsExactly(State.UP);
        only().found(answer(Word.UP), System.nanoTime());
        only().found(new Finding.Silence(), System.nanoTime());
        assertThat(states()).containsExactly(State.UP);

        only().found(new Finding.Silence(), System.nanoTime());
        assertThat(states()).containsExactly(State.EJECTED);
    }

    @Test
    void aMissedProbeIsNothingWhileRequestsAreAnswered() {
        instances.refresh(List.of(one("a", 1, UP)));
        long began = System.nanoTime();
        only().contact().answered();

        only().found(new Finding.Silence(), began);
        only().found(new Finding.Silence(), began);

        assertThat(states()).containsExactly(State.UP);
    }

    @Test
    void aLateAnswerMeansSilenceUnlessAnotherWasAnsweredMeanwhile() {
        instances.refresh(List.of(one("a", 1, UP)));
        long began = System.nanoTime();
        only().contact().answered();
        only().contact().late(began);
        assertThat(states()).containsExactly(State.UP);

        only().contact().late(System.nanoTime());
        assertThat(states()).containsExactly(State.EJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, STARTING, STARTING",
        "UP, IMPAIRED, EJECTED",
        "UP, DRAINING, DRAINING",
        "UP, LEAVING, DRAINING",
        "DOWN, UP, UP",
        "STARTING, UP, UP",
        "DOWN, STARTING, STARTING",
    })
    void itsOwnWordCountsMoreThanTheRegistrys(Registration.Status registered, Word said, State seen) {
        instances.refresh(List.of(one("a", 1, registered)));

        only().found(answer(said), System.nanoTime());

        assertThat(states()).containsExactly(seen);
    }

    @Test
    void whatAnInstanceHasToldSomebodyCountsAtOnce() {
        instances.refresh(List.of(one("a", 1, UP)));

        instances.told("a", Word.DRAINING);
        instances.told("unknown", Word.DRAINING);
        assertThat(states()).containsExactly(State.DRAINING);

        instances.told("a", Word.UP);
        assertThat(states()).containsExactly(State.UP);
    }

    @Test
    void whatAnInstanceAnswersToWhoAskedBeforeItWasToldIsOutOfDate() {
        instances.refresh(List.of(one("a", 1, UP)));
        long asked = System.nanoTime();
        instances.told("a", Word.DRAINING);

        only().found(answer(Word.UP), asked);
        assertThat(states()).containsExactly(State.DRAINING);

        only().found(answer(Word.UP), System.nanoTime());
        assertThat(states()).containsExactly(State.UP);
    }

    @Test
    void whoWasRememberedIsUsedUntilARegistryOrAProbeSaysMore() {
        instances.remember(List.of(one("a", 1, UP), one("b", 2, UP), one("c", 3, UP)));
        assertThat(states()).containsExactly(State.UP, State.UP, State.UP);

        Iterator<Instance> remembered = instances.all().iterator();
        remembered.next().found(new Finding.Nobody(), System.nanoTime());
        instances.refresh(List.of());
        assertThat(states()).containsExactly(State.GONE, State.UP, State.UP);
        assertThat(instances.worthRemembering()).extracting(Registration::id).containsExactly("b", "c");

        instances.refresh(List.of(one("b", 2, DOWN)));
        assertThat(states()).containsExactly(State.DRAINING, State.GONE, State.UP);
    }

    @Test
    void whoLeftByItsOwnWordIsNotMissed() {
        instances.refresh(List.of(one("a", 1, UP)));
        only().found(answer(Word.LEAVING), System.nanoTime());
        instances.refresh(List.of());

        assertThat(instances.all()).isEmpty();
    }

    @Test
    void aNewcomersShareGrowsToTheWhole() {
        instances.refresh(List.of(one("a", 1, UP)));
        Duration slowStart = Duration.ofSeconds(10);

        assertThat(only().share(slowStart)).isEqualTo(0.1);
        now = now.plusSeconds(5);
        assertThat(only().share(slowStart)).isEqualTo(0.5);
        now = now.plusSeconds(45);
        assertThat(only().share(slowStart)).isEqualTo(1);
    }

    @Test
    void whoBecomesReadyIsANewcomerFromThatMoment() {
        instances.refresh(List.of(one("a", 1, STARTING)));
        now = now.plusSeconds(60);

        only().found(answer(Word.UP), System.nanoTime());

        assertThat(only().share(Duration.ofSeconds(10))).isEqualTo(0.1);
    }

    @Test
    void whoTellsThatItIsReadyIsANewcomerFromThatMoment() {
        instances.refresh(List.of(one("a", 1, STARTING)));
        now = now.plusSeconds(60);

        instances.told("a", Word.UP);

        assertThat(only().share(Duration.ofSeconds(10))).isEqualTo(0.1);
    }

    @Test
    void aWallClockThatIsSetChangesNoLength() {
        instances.refresh(List.of(one("a", 1, UP)));
        now = now.plusSeconds(30);

        clockSet = Duration.ofHours(-1);

        assertThat(only().share(Duration.ofSeconds(10))).isEqualTo(1);
    }

    @Test
    void whoIsReplacedWhereItWasGetsNothingMoreUntilItAnswers() {
        instances.refresh(List.of(one("a", 1, UP)));

        only().found(new Finding.Another(), System.nanoTime());
        assertThat(states()).containsExactly(State.EJECTED);
        assertThat(only().isUsable()).isFalse();
        assertThat(only().mayBeBack()).isFalse();

        only().found(answer(Word.UP), System.nanoTime());
        assertThat(only().isUsable()).isTrue();
    }

    @Test
    void whoSaidThatItLeavesIsNotMissed() {
        instances.refresh(List.of(one("a", 1, UP)));
        instances.refresh(List.of(one("a", 1, DOWN)));
        instances.refresh(List.of());

        assertThat(instances.all()).isEmpty();
    }

    @Test
    void whoIsReplacedAtItsAddressIsNotMissed() {
        instances.refresh(List.of(one("old", 1, UP)));
        instances.refresh(List.of(one("new", 1, UP)));

        assertThat(instances.all()).extracting(Instance::id).containsExactly("new");
    }

    @Test
    void oneThatIsGoneIsForgottenAfterAMinute() {
        instances.refresh(List.of(one("a", 1, UP)));
        instances.refresh(List.of());
        only().found(new Finding.Nobody(), System.nanoTime());
        instances.refresh(List.of());
        now = now.plus(Duration.ofSeconds(59));
        instances.refresh(List.of());
        assertThat(states()).containsExactly(State.GONE);

        now = now.plusSeconds(2);
        instances.refresh(List.of());
        assertThat(instances.all()).isEmpty();
    }

    @Test
    void oneThatMovesBeginsAnew() {
        instances.refresh(List.of(one("a", 1, UP)));
        only().contact().refused();
        assertThat(states()).containsExactly(State.EJECTED);

        instances.refresh(List.of(one("a", 2, UP)));

        assertThat(states()).containsExactly(State.UP);
    }

    @Test
    void aRefusalEndsWithAnAnswerToAProbe() {
        instances.refresh(List.of(one("a", 1, UP)));
        only().contact().refused();

        only().found(new Finding.Silence(), System.nanoTime());
        only().found(new Finding.Silence(), System.nanoTime());
        assertThat(only().isUsable()).isFalse();
        only().found(answer(Word.UP), System.nanoTime());

        assertThat(only().isUsable()).isTrue();
        assertThat(only().isSound()).isTrue();
    }

    private Instance only() {
        return instances.all().iterator().next();
    }

    private static Finding answer(Word word) {
        return new Finding.Answer(Optional.of(word), false);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAINING", "LEAVING"})
    void whoSaysThatTheyLeaveGetNothingFromThenOnWhateverTheRegistryStillSays(Word word) {
        instances.refresh(List.of(one("a", 1, UP)));

        instances.told("a", word);
        instances.refresh(List.of(one("a", 1, UP)));

        assertThat(states()).containsExactly(State.DRAINING);
        assertThat(instances.usable()).isZero();
    }

    @Test
    void whoSaysThatTheyAreUpAgainGetRequestsAgain() {
        instances.refresh(List.of(one("a", 1, UP)));
        instances.told("a", Word.DRAINING);

        instances.told("a", Word.UP);

        assertThat(states()).containsExactly(State.UP);
        assertThat(instances.usable()).isOne();
    }

    @Test
    void whoeverWantsToKnowIsToldOnceOfEachChangeOfWhoIsKnown() {
        List<List<String>> told = new ArrayList<>();
        instances.refresh(List.of(one("a", 1, UP)));
        instances.whenChanged(known -> told.add(
                known.stream().map(one -> one.id() + one.registration().port()).toList()));

        instances.refresh(List.of(one("a", 1, STARTING)));
        instances.refresh(List.of(one("a", 1, DOWN), one("b", 2, UP)));
        instances.refresh(List.of(one("b", 2, UP)));
        instances.refresh(List.of(one("b", 3, UP)));

        assertThat(told).containsExactly(List.of("a1"), List.of("a1", "b2"), List.of("b2"), List.of("b3"));
    }

    private List<State> states() {
        return instances.sightings().stream().map(Sighting::state).toList();
    }

    private static Registration one(String id, int port, Registration.Status status) {
        return new Registration(id, "h", port, false, "1", status);
    }
}
