package io.authsvcs.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final String UNAVAILABLE = """
            {"statusCode":503,"statusMessage":"Service Unavailable","statusDescription":"The server is currently unable \
            to handle the request due to a temporary overloading or maintenance of the server. The implication is that \
            this is a temporary condition which will be alleviated after some delay",\
            "result":{"reason":"Unavailable auth-svcs instances"}}""";
    private static final int PLENTY = 100_000;
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private FakeAuth gateway;
    private Plan plan;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeAuth.start();
        plan = Plan.of(gateway.urls(), 300, 7).withWarmUp(0).withMostUnderWay(PLENTY);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aGatewayThatKeepsItsPromisesHasNoFailures() {
        Count count = counted(Allowance.NOTHING, 1_500);

        assertThat(count.examples()).isEmpty();
        assertThat(count.failures()).isZero();
        assertThat(count.byStatus().keySet())
                .contains(Operation.VALIDATE, Operation.VALIDATE_ENDED, Operation.LOGIN, Operation.ME)
                .contains(Operation.REFRESH, Operation.LOGOUT, Operation.AUTHORIZATION_SESSION);
        assertThat(count.byStatus().values().stream()
                        .flatMap(labels -> labels.values().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(count.requests());
    }

    @Test
    void everyLoginThatWasAnsweredIsCounted() {
        Count count = counted(Allowance.NOTHING, 1_000);

        assertThat(count.loginsAnswered()).isPositive().isEqualTo(gateway.logins());
    }

    @Test
    void aWrongStatusIsAFailureWithAnExample() {
        Crowd crowd = Crowd.gather(plan);
        gateway.answer("/v1/auth/me"::equals, 500, "{\"result\":{\"error\":\"broken\"}}");

        Count count = counted(crowd, Allowance.UNAVAILABILITY, 600);

        assertThat(count.failures()).isPositive();
        assertThat(count.byStatus()).containsEntry(Operation.ME, Map.of("500", count.failures()));
        assertThat(count.examples())
                .allSatisfy(failure -> assertThat(failure.operation()).isEqualTo(Operation.ME))
                .allSatisfy(failure -> assertThat(failure.body()).contains("broken"));
    }

    @Test
    void anEndedTokenThatIsSaidToBeValidIsAFailure() {
        Crowd crowd = Crowd.gather(plan);
        gateway.answer("/v1/auth/logout"::equals, 200, "{\"result\":{}}");

        assertThat(failures(counted(crowd, Allowance.UNAVAILABILITY, 1_000)))
                .contains("a token that had ended was not said to be invalid");
    }

    @Test
    void aLiveTokenThatIsSaidToBeInvalidIsAFailure() {
        Crowd crowd = Crowd.gather(plan);
        gateway.answer("/v1/auth/validate"::equals, 200, "{\"result\":{\"isValid\":false}}");

        assertThat(failures(counted(crowd, Allowance.UNAVAILABILITY, 200)))
                .containsOnly("a live token was not said to be valid");
    }

    @Test
    void somebodyElsesAnswerIsAFailure() {
        Crowd crowd = Crowd.gather(plan);
        gateway.answer("/v1/auth/me"::equals, 200, "{\"result\":{\"userID\":\"another\"}}");

        assertThat(failures(counted(crowd, Allowance.UNAVAILABILITY, 500)))
                .containsOnly("the profile was somebody else's");
    }

    @Test
    void unavailabilityInTheWordsOfTheContractIsAFailureUnlessItIsAllowed() {
        Crowd crowd = Crowd.gather(plan);
        gateway.misbehave(LoadTest::unavailable);

        Count forbidden = counted(crowd, Allowance.NOTHING, 50);
        assertThat(forbidden.failures()).isEqualTo(forbidden.requests());
        Count allowed = counted(crowd, Allowance.UNAVAILABILITY, 200);
        assertThat(allowed.failures()).isLessThan(allowed.requests() / 4);
        assertThat(allowed.examples())
                .allSatisfy(failure ->
                        assertThat(failure.operation()).isIn(Operation.AUTHORIZATION_SESSION, Operation.SLIDE_LOGIN));
    }

    @Test
    void unavailabilityWithoutRetryAfterIsNeverAllowed() {
        Crowd crowd = Crowd.gather(plan);
        gateway.answer("/v1/auth/validate"::equals, 503, UNAVAILABLE);

        assertThat(failures(counted(crowd, Allowance.UNAVAILABILITY, 100)))
                .containsOnly("nobody could serve, and that was not said as its contract says it");
    }

    @Test
    void whoeverIsLateIsLateFromTheMomentThatHisRequestWasDue() {
        Crowd crowd = Crowd.gather(plan);
        Semaphore stalled = new Semaphore(0);
        AtomicInteger waiting = new AtomicInteger();
        gateway.misbehave((exchange, path) -> {
            waiting.incrementAndGet();
            stalled.acquire();
            stalled.release();
            return false;
        });
        Tally tally = new Tally(Allowance.NOTHING);

        try (Load load = Load.begin(plan, crowd, tally)) {
            load.awaitWarm();
            await().until(() -> waiting.get() >= 100);
            stalled.release();
            await().until(() -> tally.glance().requests() >= 150);
        }

        Count count = tally.count();
        assertThat(count.failures()).isZero();
        // A hundred requests at 300 a second: the first was due 330 ms before the stall ended, at least.
        assertThat(count.worst()).isGreaterThan(Duration.ofMillis(320));
        assertThat(count.worstByMoment().values())
                .filteredOn(worst -> worst.compareTo(Duration.ofMillis(50)) > 0)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatCouldNotBeSentIsAFailure() {
        Crowd crowd = Crowd.gather(plan);
        Semaphore stalled = new Semaphore(0);
        gateway.misbehave((exchange, path) -> {
            stalled.acquire();
            stalled.release();
            return false;
        });
        Tally tally = new Tally(Allowance.UNAVAILABILITY);

        try (Load load = Load.begin(plan.withMostUnderWay(3), crowd, tally)) {
            load.awaitWarm();
            await().until(() -> tally.glance().failures() >= 10);
            stalled.release();
        }

        assertThat(failures(tally.count())).containsOnly("too many requests were under way");
    }

    @Test
    void aRefusedConnectionIsTriedAtTheNextGateway() {
        Count count = counted(plan.to(List.of(NOBODY, gateway.url())), Crowd.gather(plan), Allowance.NOTHING, 100);

        assertThat(count.failures()).isZero();
    }

    @Test
    void withOneGatewayARefusedConnectionIsLost() {
        Count count = counted(plan.to(List.of(NOBODY)), Crowd.gather(plan), Allowance.UNAVAILABILITY, 20);

        assertThat(failures(count)).containsOnly("every gateway refused the connection");
        assertThat(count.failures()).isEqualTo(count.requests());
    }

    @Test
    void anAnswerThatIsCutOffIsLostAndAskedForOnce() {
        Crowd crowd = Crowd.gather(plan);
        int before = gateway.asked();
        gateway.misbehave((exchange, path) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            return true;
        });

        Count count = counted(plan.to(List.of(gateway.url(), gateway.url())), crowd, Allowance.UNAVAILABILITY, 30);

        assertThat(count.failures()).isEqualTo(count.requests());
        assertThat(gateway.asked() - before).isEqualTo((int) count.requests());
    }

    @Test
    void theFirstRequestsWarmUpAndAreCountedApart() {
        Crowd crowd = Crowd.gather(plan);
        Tally tally = new Tally(Allowance.NOTHING);

        try (Load load = Load.begin(plan.withWarmUp(100), crowd, tally)) {
            load.awaitWarm();
            await().until(() -> tally.glance().requests() >= 20);
            await().until(() -> load.warmUp().requests() == 100);
        }

        assertThat(tally.count().worstByMoment().firstKey()).isZero();
    }

    @Test
    void noExampleShowsATokenOrAPassword() {
        Crowd crowd = Crowd.gather(plan);
        gateway.answer(any -> true, 418, "{\"token\":\"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLW9mLWl0\"}");

        assertThat(counted(crowd, Allowance.NOTHING, 50).examples())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.toString()).doesNotContain("eyJ", "purple monkey"));
    }

    private Count counted(Allowance allowance, int requests) {
        return counted(Crowd.gather(plan), allowance, requests);
    }

    private Count counted(Crowd crowd, Allowance allowance, int requests) {
        return counted(plan, crowd, allowance, requests);
    }

    private static Count counted(Plan plan, Crowd crowd, Allowance allowance, int requests) {
        Tally tally = new Tally(allowance);
        try (Load load = Load.begin(plan, crowd, tally)) {
            load.awaitWarm();
            await().until(() -> tally.glance().requests() >= requests);
        }
        return tally.count();
    }

    private static List<String> failures(Count count) {
        return count.examples().stream().map(Failure::why).toList();
    }

    private static boolean unavailable(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", "1");
        FakeAuth.send(exchange, 503, UNAVAILABLE);
        return !path.isEmpty();
    }
}
