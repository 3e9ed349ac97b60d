package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.format.AnswerSlot;
import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.routing.Route;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class TryInstancesTest {
    private final TryInstances tryInstances = new TryInstances(TestSettings.standard(), new RetryBudget(20, 100));
    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void everyTryOfARequestHasTheSameKey() {
        List<String> keys = new ArrayList<>();
        GatewayFilterChain refusedTwice = exchange -> {
            keys.addAll(exchange.getRequest().getHeaders().getOrEmpty(HeaderNames.IDEMPOTENCY_KEY));
            return keys.size() < 3 ? fail(Failure.REFUSED) : Mono.empty();
        };

        tryInstances.filter(login(), refusedTwice).block();

        assertThat(keys).containsExactly("gateway:1", "gateway:1", "gateway:1");
    }

    @Test
    void aRequestGoesToThreeInstancesAtMost() {
        assertThatThrownBy(() -> tryInstances.filter(login(), this::refuse).block())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.outcome()).isEqualTo(Outcome.NO_INSTANCE));

        assertThat(tried).hasValue(3);
    }

    @Test
    void retriesOfWhatAnInstanceMayHaveDoneAreAShareOfAllRequestsAndAReserve() {
        IntStream.range(0, 1_000)
                .forEach(i -> tryInstances
                        .filter(login(), this::loseTheFirst)
                        .onErrorComplete(Fault.class)
                        .block());

        // All, the reserve, and 20 % of all.
        assertThat(tried.get()).isBetween(1_000 + 200, 1_000 + 100 + 200);
    }

    @ParameterizedTest
    @CsvSource({
        "UNANSWERED, REFUSED, REFUSED, NO_ANSWER",
        "CUT_OFF, REFUSED, REFUSED, INVALID_ANSWER",
        "LATE, REFUSED, UNREACHED, LATE_ANSWER",
        "REFUSED, NOT_READY, REFUSED, NO_INSTANCE",
    })
    void aRequestEndsByAllThatItsTriesHaveMet(Failure first, Failure second, Failure third, Outcome end) {
        Iterator<Failure> failures = List.of(first, second, third).iterator();
        GatewayFilterChain failing = exchange -> {
            Tries.ATTRIBUTE.get(exchange).add(new Instance(registration(), true, Reach.ANSWERS, Clocks.system()));
            return fail(failures.next());
        };

        assertThatThrownBy(() -> tryInstances.filter(login(), failing).block())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.outcome()).isEqualTo(end));
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        tried.incrementAndGet();
        Tries.ATTRIBUTE.get(exchange).add(new Instance(registration(), true, Reach.ANSWERS, Clocks.system()));
        return fail(Failure.REFUSED);
    }

    private Mono<Void> loseTheFirst(ServerWebExchange exchange) {
        tried.incrementAndGet();
        Tries tries = Tries.ATTRIBUTE.get(exchange);
        boolean isFirst = tries.count() == 0;
        tries.add(new Instance(registration(), true, Reach.ANSWERS, Clocks.system()));
        return isFirst ? fail(Failure.UNANSWERED) : Mono.empty();
    }

    private static Mono<Void> fail(Failure failure) {
        return Mono.error(new FailedTry(failure, new ConnectException()));
    }

    private static Registration registration() {
        return new Registration("any", "h", 1, false, "1", Registration.Status.UP);
    }

    private static MockServerWebExchange login() {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.post("/v1/auth/login").header(HeaderNames.IDEMPOTENCY_KEY, "gateway:1"));
        Route.ATTRIBUTE.set(exchange, Route.LOGIN);
        AnswerSlot.ATTRIBUTE.set(exchange, new AnswerSlot());
        return exchange;
    }
}
