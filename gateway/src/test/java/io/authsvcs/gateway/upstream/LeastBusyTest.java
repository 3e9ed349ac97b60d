package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LeastBusyTest {
    private final Instances instances = new Instances(InstantSource.system());
    private final LeastBusy balancer = new LeastBusy(instances);
    private final Tries tries = new Tries(Duration.ofSeconds(1));

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
    void theLastOneIsTakenOutByRefusalsOnly() {
        Instance last = known("last").getFirst();
        last.circuit().unreached();
        assertThat(last.state()).isEqualTo(State.EJECTED);
        assertThat(balancer.choose(tries)).contains(new Chosen(last, false));

        last.circuit().refused();
        assertThat(balancer.choose(tries)).isEmpty();
    }

    @Test
    void whoWasChosenWithoutAPermitGivesNoneBack() {
        Instance last = known("last").getFirst();
        last.circuit().unreached();
        Chosen withoutPermit = balancer.choose(tries).orElseThrow();

        await().until(last.circuit()::tryAcquire);
        assertThat(last.circuit().tryAcquire()).isTrue();
        withoutPermit.released();

        assertThat(last.circuit().tryAcquire()).isFalse();
    }

    @Test
    void whoWasChosenOnTrialGivesItsPermitBack() {
        Instance last = known("last").getFirst();
        last.circuit().unreached();
        await().until(last.circuit()::tryAcquire);
        Chosen onTrial = balancer.choose(tries).orElseThrow();
        assertThat(last.circuit().tryAcquire()).isFalse();

        onTrial.released();

        assertThat(onTrial.onTrial()).isTrue();
        assertThat(last.circuit().tryAcquire()).isTrue();
    }

    private List<Instance> known(String... ids) {
        instances.refresh(IntStream.range(0, ids.length)
                .mapToObj(i -> new Registration(ids[i], "h", i + 1, "1", Registration.Status.UP))
                .toList());
        return List.copyOf(instances.all());
    }
}
