package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.FakeAuth;
import io.authsvcs.local.load.Operation;
import io.authsvcs.local.load.Stretch;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever breaks a promise is found out. */
class ExperimentTest {
    private static final String UNAVAILABLE = "{\"statusCode\":503}";
    /** However busy the machine is. */
    private static final Duration ANY = Duration.ofMinutes(1);

    /** While so many requests come as in a second. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final Promise UNNOTICED = new Promise(Allowance.NOTHING, ANY);
    private static final int PLENTY = 100_000;
    private static final Terms TERMS =
            Terms.usual(7).withRate(150).withLogins(10).withWarmUp(30);

    private final AtomicBoolean watched = new AtomicBoolean();
    private FakeAuth gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeAuth.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whereNothingHappensEveryPromiseIsKept() {
        Finding finding = held(UNNOTICED, notes -> awaitRequests(100));

        assertThat(finding.broken()).isEmpty();
        assertThat(finding.isKept()).isTrue();
        assertThat(finding.count().requests()).isGreaterThan(100);
        assertThat(finding.loginsAnswered()).isEqualTo(gateway.logins());
        assertThat(watched).isFalse();
    }

    @Test
    void whatFailsMeanwhileIsFoundOut() {
        Finding finding = held(UNNOTICED, notes -> {
            gateway.answer("/v1/auth/validate"::equals, 500, "{}");
            awaitRequests(50);
            gateway.misbehave((exchange, path) -> false);
        });

        assertThat(finding.broken()).singleElement().asString().contains("requests did not end as promised");
    }

    @Test
    void whoeverHadToWaitIsFoundOut() {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        Finding finding = held(new Promise(Allowance.NOTHING, SOON), notes -> {
            gateway.misbehave((exchange, path) -> {
                if (once.compareAndSet(false, true)) {
                    gate.await();
                }
                return false;
            });
            awaitRequests(TERMS.rate());
            gate.countDown();
        });

        assertThat(finding.count().failures()).isZero();
        assertThat(finding.broken()).singleElement().asString().startsWith("Somebody waited for ");
    }

    @Test
    void unavailabilityThatDoesNotEndIsFoundOut() {
        Finding finding = held(Promise.told(), notes -> gateway.answer("/v1/auth/me"::equals, 503, UNAVAILABLE));

        assertThat(finding.broken())
                .anySatisfy(sentence -> assertThat(sentence).contains("requests did not end as promised"));
    }

    @Test
    void aLoginThatNobodyWasToldOfIsFoundOut() {
        Finding finding = held(
                UNNOTICED, stage(users -> gateway.logins() + 1, TestStatus.seen("up")), notes -> awaitRequests(100));

        assertThat(finding.broken())
                .singleElement()
                .asString()
                .contains("logins were answered, and the audit trail has");
    }

    @Test
    void aLoginThatTheAuditTrailHasLostIsFoundOut() {
        Finding finding = held(
                UNNOTICED, stage(users -> gateway.logins() - 1, TestStatus.seen("up")), notes -> awaitRequests(100));

        assertThat(finding.broken())
                .singleElement()
                .asString()
                .contains("logins were answered, and the audit trail has");
    }

    @Test
    void aFaultThatCouldNotBeHealedIsFoundOut() {
        Finding finding = held(UNNOTICED, notes -> {
            throw Fault.failed("auth-1", "auth-1 ended while it was starting.", "Look.");
        });

        assertThat(finding.broken()).singleElement().asString().contains("auth-1 ended while it was starting.");
    }

    @Test
    void anAuditTrailThatCannotBeReadIsFoundOut() {
        Finding finding = held(
                UNNOTICED,
                stage(
                        users -> {
                            throw Fault.failed("gateway", "No answer.", "Look.");
                        },
                        TestStatus.seen("up")),
                notes -> {});

        assertThat(finding.broken()).containsExactly("The audit trail could not be read.");
    }

    @Test
    void whatIsDoneAgainIsAllowedAnewAndHasToEndEachTime() {
        AtomicInteger times = new AtomicInteger();
        Finding finding = held(Promise.told(), 2, notes -> {
            if (times.incrementAndGet() == 1) {
                gateway.misbehave(
                        (exchange, path) -> path.equals("/api/authorization") && FakeAuth.unavailable(exchange, path));
            } else {
                gateway.misbehave(FakeAuth::unavailable);
                awaitRequests(20);
                gateway.misbehave((exchange, path) -> false);
            }
        });

        assertThat(times).hasValue(2);
        assertThat(finding.count().byStatus().get(Operation.VALIDATE)).containsKey("503");
        assertThat(finding.count().examples())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.operation()).isEqualTo(Operation.AUTHORIZATION_SESSION));
    }

    @Test
    void aFigureThatIsNotKeptIsFoundOut() {
        Finding finding = held(UNNOTICED, notes -> {
            Stretch stretch = notes.figures().stretch();
            awaitRequests(20);
            stretch.end();
            awaitRequests(20);
            notes.figures()
                    .add(() -> new Figure(
                            "It was asked " + (stretch.samples().size() > 0 ? "often" : "never"), "silence", false));
        });

        assertThat(finding.broken()).containsExactly("It was asked often; silence is promised.");
    }

    private Finding held(Promise promise, Consumer<Notes> act) {
        return held(promise, 1, act);
    }

    private Finding held(Promise promise, int times, Consumer<Notes> act) {
        return held(promise, stage(users -> gateway.logins(), TestStatus.seen("up")), times, act);
    }

    private Finding held(Promise promise, Stage stage, Consumer<Notes> act) {
        return held(promise, stage, 1, act);
    }

    private Finding held(Promise promise, Stage stage, int times, Consumer<Notes> act) {
        Trial trial = new Trial("test", "something happens", Needs.usual(), promise, scene -> {});
        Experiment experiment =
                new Experiment(stage, TERMS.plan(stage.gateways()).withMostUnderWay(PLENTY), glance -> {
                    watched.set(true);
                    return () -> watched.set(false);
                });
        return Finding.of(trial, promise, experiment.hold(promise, times, act));
    }

    private Stage stage(ToLongFunction<List<String>> logins, ClusterStatus status) {
        return new Stage(gateway.urls(), () -> status, logins);
    }

    private void awaitRequests(int count) {
        int before = gateway.asked();
        assertThat(Deadline.in(Duration.ofSeconds(20)).await(() -> gateway.asked() >= before + count))
                .isTrue();
    }
}
