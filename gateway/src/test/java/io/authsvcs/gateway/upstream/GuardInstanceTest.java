package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.format.AnswerSlot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class GuardInstanceTest {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Instances instances = new Instances(Clocks.system(), Reach.ANSWERS);
    private final GuardInstance guard = new GuardInstance(instances, new RetryBudget(20, 100));
    private final Instance instance = new Instance(
            new Registration("tried", "h", 1, false, "1", Registration.Status.UP),
            true,
            Reach.ANSWERS,
            Clocks.system());

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "NOT_READY", "UNREACHED", "CROWDED_OUT", "BUSY"})
    void aTrialThatShowsNothingOfHowItWorksIsHeldAgain(Failure failure) {
        tryOut(failure);

        assertThat(instance.circuit().tryAcquire()).isTrue();
        assertThat(instance.circuit().tryAcquire()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REFUSED", "NOT_READY", "UNREACHED", "CROWDED_OUT", "BUSY"})
    void aTrialThatFailsIsOneOfTwo(Failure failure) {
        tryOut(failure);

        assertThat(instance.circuit().tryAcquire()).isTrue();
        assertThat(instance.circuit().tryAcquire()).isFalse();
    }

    @Test
    void whoIsSlowIsGivenUpForOneWhoIsThere() {
        List<Instance> known = known("slow", "other");

        assertThat(hangingAt(known.getFirst(), tries(LONG), () -> {})).isEqualTo(Failure.GIVEN_UP);
    }

    @Test
    void whoIsSlowAndLivesIsNotGivenUpWhereWorkWouldBeLost() {
        List<Instance> known = known("slow", "other");

        assertThat(hangingAt(known.getFirst(), tries(LONG, SHORT), () -> {})).isEqualTo(Failure.LATE);
    }

    @Test
    void whoHasGoneQuietIsGivenUpThen() {
        List<Instance> known = known("slow", "other");

        assertThat(hangingAt(known.getFirst(), tries(Duration.ofMillis(100), LONG), () -> {}))
                .isEqualTo(Failure.GIVEN_UP);
    }

    @Test
    void whoIsSlowIsWaitedForWhenTheOtherHasGoneMeanwhile() {
        List<Instance> known = known("slow", "other");

        assertThat(hangingAt(
                        known.getFirst(),
                        tries(SHORT),
                        () -> known.get(1).contact().refused()))
                .isEqualTo(Failure.LATE);
    }

    @Test
    void theThirdOneIsWaitedFor() {
        List<Instance> known = known("slow", "other", "tried", "tried-as-well");
        Tries tries = tries(SHORT);
        tries.add(known.get(2));
        tries.add(known.get(3));

        assertThat(hangingAt(known.getFirst(), tries, () -> {})).isEqualTo(Failure.LATE);
    }

    private Failure hangingAt(Instance slow, Tries tries, Runnable meanwhile) {
        MockServerWebExchange exchange = at(new Chosen(slow, false), tries);
        Mono<Void> hanging = Mono.fromRunnable(meanwhile).then(Mono.never());

        Throwable ended = guard.filter(exchange, same -> hanging)
                .materialize()
                .blockOptional()
                .orElseThrow()
                .getThrowable();

        return ((FailedTry) Objects.requireNonNull(ended)).failure();
    }

    private static Tries tries(Duration timeout) {
        return tries(Duration.ZERO, timeout);
    }

    private static Tries tries(Duration quiet, Duration timeout) {
        return new Tries(new Patience(Duration.ofMillis(50), quiet), timeout, false);
    }

    private List<Instance> known(String... ids) {
        instances.refresh(IntStream.range(0, ids.length)
                .mapToObj(i -> new Registration(ids[i], "h", i + 1, false, "1", Registration.Status.UP))
                .toList());
        return List.copyOf(instances.all());
    }

    private void tryOut(Failure failure) {
        instance.circuit().onTrial();
        assertThat(instance.circuit().tryAcquire()).isTrue();

        guard.filter(at(new Chosen(instance, true), tries(LONG)), same -> Mono.error(new FailedTry(failure)))
                .onErrorComplete(FailedTry.class)
                .block();

        assertThat(instance.underWay()).isZero();
    }

    private static MockServerWebExchange at(Chosen chosen, Tries tries) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/auth/me"));
        exchange.getAttributes()
                .put(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR, new DefaultResponse(chosen));
        AnswerSlot.ATTRIBUTE.set(exchange, new AnswerSlot());
        Tries.ATTRIBUTE.set(exchange, tries);
        return exchange;
    }
}
