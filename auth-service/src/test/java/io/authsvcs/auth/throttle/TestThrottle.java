package io.authsvcs.auth.throttle;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.caller.Device;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.identity.Identifier.Email;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Two instances that throttle as they do by default, on one database. */
public final class TestThrottle {
    public static final String DATABASE = TestDatabase.create();
    static final String EXEMPT = "203.0.113.0/24";

    private static final String[] BY_DEFAULT = {
        "auth.throttle.network.burst=30",
        "auth.throttle.accounts-of-network.burst=40",
        "auth.throttle.account-and-network.burst=5",
        "auth.throttle.account.burst=30",
        "auth.throttle.password.burst=50",
        "auth.throttle.device.burst=5",
        "auth.throttle.exempt=" + EXEMPT,
    };
    private static final AtomicInteger NEXT = new AtomicInteger();

    public static final TestInstance ONE = start();
    public static final TestInstance OTHER = start();

    private TestThrottle() {}

    /** One more. */
    static TestInstance start() {
        return TestInstance.start(DATABASE, BY_DEFAULT);
    }

    /** From a network that nobody has called from before. */
    public static String anAddress() {
        int next = NEXT.incrementAndGet();
        return "10." + next / 256 + "." + next % 256 + ".1";
    }

    /** As if so long had passed since all that was counted. */
    public static void pass(Duration time) {
        String length = " - interval '" + time.toMillis() + " milliseconds'";
        TestDatabase.execute(
                DATABASE,
                "UPDATE throttles SET drained_at = drained_at" + length + ", promised_at = promised_at" + length);
    }

    /** A try with a password that nobody else tries. */
    static Try guess(String email, String address) {
        return guess(email, address, "guess " + NEXT.incrementAndGet());
    }

    static Try guess(String email, String address, String password) {
        return new Try(
                new Account.Unknown(Email.parse(email).orElseThrow()),
                new Password(password),
                caller(Optional.of(address), Optional.empty()));
    }

    static Caller caller(Optional<String> address, Optional<Device> device) {
        return new Caller(Optional.empty(), address, device, "a-request");
    }

    /** Whether it was let in, to be wrong. */
    static Mono<Boolean> isAdmitted(TestInstance instance, Try attempt) {
        return instance.bean(Throttle.class)
                .charge(attempt, charge -> Mono.just(true))
                .onErrorResume(Fault.class, tooSoon -> Mono.just(false));
    }

    /** How long it was told to wait, if it was refused. */
    static Optional<Duration> refusal(TestInstance instance, Try attempt) {
        return instance.bean(Throttle.class)
                .charge(attempt, charge -> Mono.just(Optional.<Duration>empty()))
                .onErrorResume(Fault.class, tooSoon -> Mono.just(tooSoon.retryAfter()))
                .blockOptional()
                .orElseThrow();
    }
}
