package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Word;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LeastBusyTest {
    private final Instances instances = new Instances(Clocks.system(), Reach.ANSWERS);
    private final RetryBudget budget = new RetryBudget(20, 1);
    private final LeastBusy balancer = new LeastBusy(instances, budget, Duration.ofNanos(1));
    private final Tries tries = tries(false);

    @Test
    void nobodyIsChosenFromNobody() {
        assertThat(balancer.choose(tries)).isEmpty();
    }

    @RepeatedTest(20)
    void ofTwoTheOneWithFewerRequestsUnderWayIsChosen() {
        Instance busy = known("busy", "idle").getFirst();
        busy.begin();

        assertThat(balancer.choose(tries)).map(chosen -> chosen.instance().id()).hasValue("idle");
    }

    @Test
    void everybodyIsChosenAtTimes() {
        known("a", "b", "c");

        assertThat(IntStream.range(0, 500).mapToObj(i -> balancer.choose(tries)))
                .map(chosen -> chosen.orElseThrow().instance().id())
                .contains("a", "b", "c");
    }

    @Test
    void nobodyIsTriedTwiceForOneRequest() {
        known("a", "b").forEach(tries::add);

        assertThat(balancer.choose(tries)).isEmpty();
    }

    @Test
    void theLastOneIsNotTakenOut() {
        Instance last = known("last").getFirst();
        last.contact().silent();
        assertThat(last.state()).isEqualTo(State.EJECTED);

        assertThat(balancer.choose(tries)).contains(new Chosen(last, false));
    }

    @Test
    void whereNobodyElseIsLeftWhoRefusedIsAskedAgainOnce() {
        List<Instance> known = known("refusing", "silent");
        known.getFirst().contact().refused();
        known.get(1).contact().silent();
        assertThat(choices(10)).containsOnly("silent");

        known.get(1).contact().refused();
        known.get(1).contact().answered();
        assertThat(choices(10)).containsOnly("silent");
        tries.add(known.get(1));
        tries.failed(Failure.REFUSED);
        assertThat(choices(10)).containsOnly("refusing");
        tries.add(known.getFirst());

        assertThat(balancer.choose(tries)).isEmpty();
    }

    @Test
    void whoLeavesIsGoneOrReplacedIsNotAskedAgain() {
        List<Instance> known = known("leaving", "gone", "replaced");
        known.forEach(instance -> instance.contact().refused());
        known.getFirst().says(Word.LEAVING);
        known.get(1).missing();
        known.get(2).found(new Finding.Another(), System.nanoTime());

        assertThat(balancer.choose(tries)).isEmpty();
    }

    @Test
    void forWantOfABetterOneWhoAnsweredLastIsChosen() {
        List<Instance> known = known("silent", "impaired", "well");
        known.getFirst().contact().silent();
        known.get(1).says(Word.IMPAIRED);

        assertThat(choices(50)).containsOnly("well");

        known.get(2).contact().refused();
        known.getFirst().contact().answered();
        assertThat(choices(10)).containsOnly("silent");
        known.get(1).contact().answered();
        assertThat(choices(10)).containsOnly("impaired");
    }

    /** Of a thousand at a tenth, all but one run in a million is within the bounds. */
    @Test
    void aNewcomerGetsATenthOfItsShareAtFirst() {
        AtomicLong seconds = new AtomicLong();
        Clocks clocks = new Clocks(
                InstantSource.system(), () -> Duration.ofSeconds(seconds.get()).toNanos());
        Instances cluster = new Instances(clocks, Reach.ANSWERS);
        cluster.refresh(List.of(registration("old", 1)));
        cluster.all().iterator().next().begin();
        seconds.set(60);
        cluster.refresh(List.of(registration("old", 1), registration("new", 2)));
        LeastBusy careful = new LeastBusy(cluster, budget, Duration.ofSeconds(10));

        long chosen = IntStream.range(0, 1000)
                .mapToObj(i -> careful.choose(tries).orElseThrow().instance().id())
                .filter("new"::equals)
                .count();

        assertThat(chosen).isBetween(50L, 160L);
    }

    @Test
    void whoeverIsAloneGetsAllEvenAsANewcomer() {
        known("new");

        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> new LeastBusy(instances, budget, Duration.ofDays(1)).choose(tries)))
                .allMatch(Optional::isPresent);
    }

    @Test
    void whoIsNotWellIsNoReasonToGiveAnybodyUp() {
        List<Instance> known = known("asked", "frozen", "well");
        known.get(1).contact().silent();
        tries.add(known.getFirst());
        assertThat(instances.areWellBeside(tries)).isTrue();

        tries.add(known.get(2));

        assertThat(instances.areWellBeside(tries)).isFalse();
    }

    @Test
    void whoIsNotWellIsNotAskedForABetterAnswerThanTheOneAtHand() {
        List<Instance> known = known("busy", "frozen");
        known.get(1).contact().silent();
        tries.add(known.getFirst());
        tries.failed(Failure.BUSY);
        assertThat(balancer.choose(tries)).isEmpty();

        Tries refused = tries(false);
        refused.add(known.getFirst());
        refused.failed(Failure.REFUSED);
        assertThat(balancer.choose(refused)).map(Chosen::instance).contains(known.get(1));
    }

    @Test
    void theOnlyOneIsTriedOnceMoreWhenItLostTheConnection() {
        Instance only = known("only").getFirst();
        tries.add(only);
        tries.failed(Failure.UNANSWERED);
        assertThat(balancer.choose(tries)).contains(new Chosen(only, false));

        tries.add(only);
        assertThat(balancer.choose(tries)).isEmpty();
    }

    @Test
    void whoIsDrainingIsChosenForOperatorsAlone() {
        Instance drained = known("drained").getFirst();
        drained.says(Word.DRAINING);

        assertThat(balancer.choose(tries)).isEmpty();
        assertThat(balancer.choose(tries(true))).contains(new Chosen(drained, false));
    }

    @Test
    void whoComesBackIsOnTrial() {
        Instance back = known("back", "well").getFirst();
        back.contact().silent();
        back.found(new Finding.Answer(Optional.of(Word.UP), false), System.nanoTime());

        Chosen first = balancer.choose(tries).orElseThrow();
        Chosen second = balancer.choose(tries).orElseThrow();

        assertThat(List.of(first, second)).allMatch(Chosen::onTrial);
        assertThat(choices(20)).containsOnly("well");

        first.instance().circuit().succeeded(Duration.ofMillis(1));
        second.instance().circuit().succeeded(Duration.ofMillis(1));
        assertThat(back.state()).isEqualTo(State.UP);
    }

    @Test
    void whereNoRetryIsLeftATrialIsForThoseWhoHaveNoBetterChoice() {
        List<Instance> known = known("doubtful", "well");
        known.getFirst().circuit().onTrial();
        assertThat(budget.tryWithdraw()).isTrue();

        assertThat(choices(20)).containsOnly("well");

        known.get(1).contact().silent();
        assertThat(balancer.choose(tries)).contains(new Chosen(known.getFirst(), true));
    }

    @Test
    void whoWasChosenWithoutAPermitGivesNoneBack() {
        Instance last = onTrial();
        assertThat(last.circuit().tryAcquire()).isTrue();
        assertThat(last.circuit().tryAcquire()).isTrue();
        Chosen withoutPermit = balancer.choose(tries).orElseThrow();

        withoutPermit.released();

        assertThat(withoutPermit.onTrial()).isFalse();
        assertThat(last.circuit().tryAcquire()).isFalse();
    }

    @Test
    void whoWasChosenOnTrialGivesItsPermitBack() {
        Instance last = onTrial();
        assertThat(last.circuit().tryAcquire()).isTrue();
        Chosen onTrial = balancer.choose(tries).orElseThrow();
        assertThat(last.circuit().tryAcquire()).isFalse();

        onTrial.released();

        assertThat(onTrial.onTrial()).isTrue();
        assertThat(last.circuit().tryAcquire()).isTrue();
    }

    private Instance onTrial() {
        Instance last = known("last").getFirst();
        last.circuit().onTrial();
        return last;
    }

    private List<String> choices(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> balancer.choose(tries).orElseThrow().instance().id())
                .toList();
    }

    private static Tries tries(boolean operators) {
        return new Tries(new Patience(Duration.ofSeconds(1), Duration.ZERO), Duration.ofSeconds(1), operators);
    }

    private List<Instance> known(String... ids) {
        instances.refresh(IntStream.range(0, ids.length)
                .mapToObj(i -> registration(ids[i], i + 1))
                .toList());
        return List.copyOf(instances.all());
    }

    private static Registration registration(String id, int port) {
        return new Registration(id, "h", port, false, "1", Registration.Status.UP);
    }
}
