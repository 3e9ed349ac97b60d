package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.format.AnswerSlot;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class GuardInstanceTest {
    private final GuardInstance guard = new GuardInstance(new RetryBudget(20, 100));
    private final Instance instance =
            new Instance(new Registration("tried", "h", 1, "1", Registration.Status.UP), true, InstantSource.system());

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

    private void tryOut(Failure failure) {
        instance.circuit().onTrial();
        assertThat(instance.circuit().tryAcquire()).isTrue();
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/auth/me"));
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR,
                        new DefaultResponse(new Chosen(instance, true, true)));
        AnswerSlot.ATTRIBUTE.set(exchange, new AnswerSlot());
        Tries.ATTRIBUTE.set(exchange, new Tries(Duration.ofSeconds(1), Duration.ofSeconds(5), false));

        guard.filter(exchange, same -> Mono.error(new FailedTry(failure)))
                .onErrorComplete(FailedTry.class)
                .block();

        assertThat(instance.underWay()).isZero();
    }
}
