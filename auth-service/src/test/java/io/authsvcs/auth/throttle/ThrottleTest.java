package io.authsvcs.auth.throttle;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.throttle.TestThrottle.DATABASE;
import static io.authsvcs.auth.throttle.TestThrottle.ONE;
import static io.authsvcs.auth.throttle.TestThrottle.OTHER;
import static io.authsvcs.auth.throttle.TestThrottle.anAddress;
import static io.authsvcs.auth.throttle.TestThrottle.caller;
import static io.authsvcs.auth.throttle.TestThrottle.guess;
import static io.authsvcs.auth.throttle.TestThrottle.isAdmitted;
import static io.authsvcs.auth.throttle.TestThrottle.pass;
import static io.authsvcs.auth.throttle.TestThrottle.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.caller.Caller;
import io.authsvcs.auth.caller.Device;
import io.authsvcs.auth.credential.Password;
import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.identity.Subject;
import io.authsvcs.auth.token.DeviceTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What two instances count on one database; time passes by moving what was counted back. */
class ThrottleTest {
    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    private final String email = anEmail();
    private final String address = anAddress();

    @Test
    void anAccountIsTriedFiveTimesFromANetworkAndThenOnceInThreeMinutes() {
        assertThat(admitted(6, email, address)).isEqualTo(5);

        pass(THREE_MINUTES);

        assertThat(admitted(2, email, address)).isEqualTo(1);
        assertThat(isIn(guess(email, anAddress()))).isTrue();
        assertThat(isIn(guess(anEmail(), address))).isTrue();
    }

    @Test
    void whoIsRefusedIsToldHowLongToWait() {
        admitted(5, email, address);

        assertThat(refusal(ONE, guess(email, address)))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(1), THREE_MINUTES));
        assertThat(refusal(ONE, guess(email, anAddress()))).isEmpty();
    }

    @Test
    void ofTriesAtTheSameMomentAtTwoInstancesNoMoreAreLetIn() {
        for (int round = 0; round < 5; round++) {
            String target = anEmail();
            String from = anAddress();

            long admitted = Flux.range(0, 40)
                    .flatMap(i -> isAdmitted(i % 2 == 0 ? ONE : OTHER, guess(target, from)), 40)
                    .filter(in -> in)
                    .count()
                    .blockOptional()
                    .orElseThrow();

            assertThat(admitted).isEqualTo(5);
        }
    }

    @Test
    void triesThatShareSomeOfTheirBucketsNeverDeadlock() {
        List<String> targets = IntStream.range(0, 4).mapToObj(i -> anEmail()).toList();
        List<String> sources = IntStream.range(0, 4).mapToObj(i -> anAddress()).toList();

        // A deadlock would be a fault of the database, and no answer.
        List<Boolean> answers = Flux.range(0, 64)
                .flatMap(
                        i -> ONE.bean(Throttle.class)
                                .charge(guess(targets.get(i % 4), sources.get(i / 4 % 4), "one password"), Mono::just)
                                .flatMap(charge -> OTHER.bean(Throttle.class)
                                        .refund(charge)
                                        .thenReturn(true))
                                .onErrorResume(ThrottleTest::isRefusal, tooSoon -> Mono.just(false)),
                        32)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(answers).hasSize(64).contains(true);
    }

    @Test
    void aRefusalWritesNothing() {
        admitted(5, email, address);
        String before = TestDatabase.ask(DATABASE, "SELECT string_agg(xmin::text || t, ',') FROM throttles t");

        assertThat(admitted(10, email, address)).isZero();

        assertThat(TestDatabase.ask(DATABASE, "SELECT string_agg(xmin::text || t, ',') FROM throttles t"))
                .isEqualTo(before);
    }

    @Test
    void aTryForWhichThereIsNoRoomMeanwhileCountsForNothing() {
        ThrottleRows rows = ONE.bean(ThrottleRows.class);
        Bucket full = Bucket.of(Scope.NETWORK, new Allowance(1, Duration.ofHours(1)), email);
        Bucket empty = Bucket.of(Scope.DEVICE, new Allowance(1, Duration.ofHours(1)), email);
        rows.shift(List.of(Shift.charge(full))).block();

        assertThat(rows.shift(List.of(Shift.charge(full), Shift.charge(empty))).block())
                .isFalse();

        assertThat(rows.find(List.of(full, empty)).block()).containsOnlyKeys(full.key());
    }

    @Test
    void aNetworkMayTryThirtyTimesAtOnce() {
        ThrottleRows rows = ONE.bean(ThrottleRows.class);
        Bucket network = Bucket.of(Scope.NETWORK, new Allowance(30, Duration.ofHours(1)), address);

        assertThat(IntStream.range(0, 60)
                        .filter(i -> Boolean.TRUE.equals(
                                rows.shift(List.of(Shift.charge(network))).block())))
                .hasSize(30);
    }

    @Test
    void whoIsRightIsGivenTheirTryBack() {
        for (int i = 0; i < 20; i++) {
            ONE.bean(Throttle.class)
                    .charge(
                            guess(email, address),
                            charge -> OTHER.bean(Throttle.class).refund(charge).thenReturn(true))
                    .block();
        }

        assertThat(admitted(6, email, address)).isEqualTo(5);
    }

    @Test
    void whatCouldNotBeLookedAtCostsNothing() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> ONE.bean(Throttle.class)
                            .charge(guess(email, address), charge -> Mono.error(new Fault(FaultCode.OVERLOADED)))
                            .block())
                    .hasMessage(FaultCode.OVERLOADED.reason());
        }

        assertThat(admitted(6, email, address)).isEqualTo(5);
    }

    @Test
    void oneGuessAtEachOfTenThousandAccountsIsLookedAtForOneInAHundredAtMost() {
        long admitted = Flux.range(0, 10_000)
                .flatMap(i -> isAdmitted(i % 2 == 0 ? ONE : OTHER, guess("user" + i + "@sprayed.example", address)), 16)
                .filter(in -> in)
                .count()
                .blockOptional()
                .orElseThrow();

        assertThat(admitted).isBetween(1L, 100L);
    }

    @Test
    void howeverSlowlyANetworkGoesFromAccountToAccountItComesNoFurtherThanOneAMinute() {
        long admitted = Stream.generate(() -> guess(anEmail(), address))
                .limit(120)
                .peek(each -> pass(Duration.ofSeconds(4)))
                .filter(ThrottleTest::isIn)
                .count();

        // 40 at once, and one for each of the eight minutes.
        assertThat(admitted).isBetween(40L, 50L);
    }

    @Test
    void whatCostsMuchOrLeavesMuchBehindIsCountedByNetworkBesideItsGuesses() {
        Caller stranger = caller(Optional.of(address), Optional.empty());

        assertThat(counted(31, stranger)).isEqualTo(30);
        assertThat(isIn(guess(email, address))).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(counted(2, stranger)).isEqualTo(1);
        assertThat(counted(40, caller(Optional.of("203.0.113.7"), Optional.empty())))
                .isEqualTo(40);
    }

    private static long counted(int calls, Caller caller) {
        return Flux.range(0, calls)
                .concatMap(i -> (i % 2 == 0 ? ONE : OTHER)
                        .bean(Throttle.class)
                        .count(caller)
                        .thenReturn(true)
                        .onErrorResume(Fault.class, tooSoon -> Mono.just(false)))
                .filter(in -> in)
                .count()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void anAccountThatManyNetworksGuessIsOpenToWhoeverComesAgain() {
        assertThat(fromEverywhere(30, () -> guess(email, anAddress()))).isEqualTo(30);
        Try owner = guess(email, address);

        assertThat(refusal(ONE, owner))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(WAIT.dividedBy(3), WAIT));
        assertThat(fromEverywhere(200, () -> guess(email, anAddress()))).isLessThan(5);
        assertThat(refusal(OTHER, owner))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(WAIT));
        pass(WAIT);
        assertThat(isIn(owner)).isTrue();
    }

    @Test
    void whoComesAgainInAnOverloadNeedNotComeAThirdTime() {
        fromEverywhere(30, () -> guess(email, anAddress()));
        Try owner = guess(email, address);
        refusal(ONE, owner);
        pass(WAIT);

        assertThatThrownBy(() -> ONE.bean(Throttle.class)
                        .charge(owner, charge -> Mono.error(new Fault(FaultCode.OVERLOADED)))
                        .block())
                .hasMessage(FaultCode.OVERLOADED.reason());

        assertThat(isIn(owner)).isTrue();
    }

    @Test
    void aPasswordThatIsTriedOnEverybodyIsOpenToWhoeverComesAgain() {
        String password = "password of " + email;
        assertThat(fromEverywhere(50, () -> guess(anEmail(), anAddress(), password)))
                .isEqualTo(50);
        Try owner = guess(email, address, password);

        assertThat(refusal(ONE, owner))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(WAIT.dividedBy(3), WAIT));
        assertThat(isIn(guess(email, address))).as("with another").isTrue();
        refusal(ONE, owner);
        pass(WAIT);
        assertThat(isIn(owner)).isTrue();
    }

    @Test
    void nobodyIsPromisedMoreThanTheirNetworkMayTry() {
        String password = "password of " + email;
        fromEverywhere(50, () -> guess(anEmail(), anAddress(), password));

        fromEverywhere(200, () -> guess(anEmail(), address, password));

        assertThat(TestDatabase.ask(DATABASE, "SELECT count(*) FROM throttles WHERE promised_at > now()"))
                .satisfies(promised -> assertThat(Integer.parseInt(promised)).isLessThan(100));
    }

    @Test
    void aDeviceIsKnownToItsOwnerAlone() {
        Subject owner = Subject.next();
        Subject stranger = Subject.next();
        Device device = new Device(ONE.bean(DeviceTokens.class).next(owner).text());
        fromEverywhere(30, () -> new Try(new Account.Known(owner), aPassword(), from(anAddress())));
        admitted(5, new Try(new Account.Known(owner), aPassword(), from(address)));

        Try known = new Try(new Account.Known(owner), aPassword(), caller(Optional.of(address), Optional.of(device)));
        Try another =
                new Try(new Account.Known(stranger), aPassword(), caller(Optional.of(address), Optional.of(device)));

        assertThat(admitted(6, another)).isEqualTo(5);
        assertThat(admitted(6, known)).isEqualTo(5);
    }

    @Test
    void nobodysAddressIsNoWayAround() {
        Try nowhere = new Try(guess(email, address).account(), aPassword(), caller(Optional.empty(), Optional.empty()));
        Try unreadable =
                new Try(nowhere.account(), aPassword(), caller(Optional.of("10.0.0.1, 10.0.0.2"), Optional.empty()));

        assertThat(admitted(6, nowhere)).isEqualTo(5);
        assertThat(admitted(1, unreadable)).isZero();
    }

    @Test
    void whoIsExemptTriesWithoutEnd() {
        assertThat(admitted(100, email, "203.0.113.7")).isEqualTo(100);
    }

    @Test
    void whatCanBeNobodysKeepsNobodyOutElsewhere() {
        fromEverywhere(60, () -> new Try(new Account.Impossible(), aPassword(), from(anAddress())));

        assertThat(isIn(new Try(new Account.Impossible(), aPassword(), from(address))))
                .isTrue();
    }

    @Test
    void aRestartForgetsNothing() {
        admitted(5, email, address);

        try (TestInstance newcomer = TestThrottle.start()) {
            assertThat(refusal(newcomer, guess(email, address))).isPresent();
        }
    }

    @Test
    void refusalsAreCountedByWhatIsFull() {
        double before = refused("account-and-network");

        admitted(7, email, address);

        assertThat(refused("account-and-network") - before).isEqualTo(2);
    }

    @Test
    void noRowSaysWhoItIsAbout() {
        admitted(1, email, address);

        assertThat(TestDatabase.ask(DATABASE, "SELECT string_agg(t::text, ',') FROM throttles t"))
                .doesNotContain(email, address);
    }

    private static long admitted(int tries, String email, String address) {
        return IntStream.range(0, tries)
                .filter(i -> isIn(guess(email, address)))
                .count();
    }

    private static long admitted(int tries, Try attempt) {
        return IntStream.range(0, tries).filter(i -> isIn(attempt)).count();
    }

    private static long fromEverywhere(int tries, Supplier<Try> each) {
        return IntStream.range(0, tries).filter(i -> isIn(each.get())).count();
    }

    private static boolean isIn(Try attempt) {
        return isAdmitted(ONE, attempt).blockOptional().orElseThrow();
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Fault fault && fault.code() == FaultCode.TOO_MANY_TRIES;
    }

    private static Caller from(String address) {
        return caller(Optional.of(address), Optional.empty());
    }

    private static Password aPassword() {
        return new Password("guess of " + anEmail());
    }

    private static double refused(String scope) {
        return ONE.bean(MeterRegistry.class)
                .counter("auth.throttled", "scope", scope)
                .count();
    }
}
