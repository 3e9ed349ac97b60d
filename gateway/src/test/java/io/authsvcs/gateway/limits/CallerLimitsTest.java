package io.authsvcs.gateway.limits;

import static io.authsvcs.common.Contract.ALTEGIO;
import static io.authsvcs.common.Contract.EDUMAPS;
import static io.authsvcs.common.Contract.SLIDE;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Contract;
import io.authsvcs.gateway.routing.ContractSettings;
import io.authsvcs.gateway.routing.ContractSettings.Limit;
import io.authsvcs.gateway.routing.TestContracts;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerLimitsTest {
    private static final String SOMEBODY = "192.0.2.1";
    private static final Limit NONE = new Limit(0, 0);

    private final TestTime time = new TestTime();
    private final CallerLimits limits = limits(5, 12);

    @Test
    void whatIsAllowedInASecondPassesAtOnce() {
        assertThat(passed(SOMEBODY, 6)).isEqualTo(5);
    }

    @Test
    void whoIsRefusedIsToldTheRestOfTheSecond() {
        passed(SOMEBODY, 5);
        time.pass(Duration.ofMillis(300));

        assertThat(take(SOMEBODY)).contains(Duration.ofMillis(700));
    }

    @Test
    void whoWaitsAsLongAsToldPasses() {
        passed(SOMEBODY, 5);

        time.pass(take(SOMEBODY).orElseThrow());

        assertThat(passed(SOMEBODY, 6)).isEqualTo(5);
    }

    @Test
    void whatIsRefusedDoesNotCount() {
        passed(SOMEBODY, 100);
        time.pass(Duration.ofSeconds(1));

        assertThat(passed(SOMEBODY, 100)).isEqualTo(5);
    }

    @Test
    void theMinuteCountsBesideTheSecond() {
        for (int second = 0; second < 3; second++) {
            passed(SOMEBODY, 5);
            time.pass(Duration.ofSeconds(1));
        }

        assertThat(take(SOMEBODY)).contains(Duration.ofSeconds(57));
    }

    @Test
    void afterTheMinuteAllIsAsAtFirst() {
        passed(SOMEBODY, 5);
        time.pass(Duration.ofMinutes(1));

        assertThat(passed(SOMEBODY, 6)).isEqualTo(5);
    }

    @Test
    void nobodyPaysForAnother() {
        passed(SOMEBODY, 6);

        assertThat(take("192.0.2.2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 2001:db8::ffff:1:2:3, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "2001:db8::1, 32.1.13.184, false"
    })
    void aCustomersWholeNetworkOfIpv6IsOneCaller(String one, String other, boolean isSame) {
        passed(one, 5);

        assertThat(take(other).isPresent()).isEqualTo(isSame);
    }

    @Test
    void oneContractIsNotCountedForAnother() {
        Limit one = new Limit(1, 0);
        CallerLimits both =
                new CallerLimits(new ContractSettings(List.of("altegio", "slide"), one, one, one, one), time);

        assertThat(both.take(List.of(ALTEGIO), address(SOMEBODY))).isEmpty();
        assertThat(both.take(List.of(SLIDE), address(SOMEBODY))).isEmpty();
        assertThat(both.take(List.of(SLIDE), address(SOMEBODY))).isPresent();
    }

    @Test
    void aRequestOfTwoContractsIsCountedByBoth() {
        CallerLimits both = new CallerLimits(
                new ContractSettings(List.of("altegio", "slide"), new Limit(2, 0), NONE, new Limit(0, 3), NONE), time);

        assertThat(passed(both, List.of(ALTEGIO, SLIDE), 3)).isEqualTo(2);
        assertThat(both.take(List.of(ALTEGIO), address(SOMEBODY))).contains(Duration.ofSeconds(1));
        assertThat(passed(both, List.of(SLIDE), 2)).isEqualTo(1);
        assertThat(both.take(List.of(ALTEGIO, SLIDE), address(SOMEBODY))).contains(Duration.ofMinutes(1));
    }

    @Test
    void whatOneOfTwoRefusesDoesNotCountForTheOther() {
        CallerLimits both = new CallerLimits(
                new ContractSettings(List.of("altegio", "slide"), new Limit(5, 0), NONE, new Limit(1, 0), NONE), time);

        passed(both, List.of(ALTEGIO, SLIDE), 100);

        assertThat(passed(both, List.of(ALTEGIO), 5)).isEqualTo(4);
    }

    @Test
    void aContractThatIsOffLimitsNobody() {
        Limit one = new Limit(1, 0);
        CallerLimits slide = new CallerLimits(new ContractSettings(List.of("slide"), one, one, NONE, one), time);

        assertThat(passed(slide, List.of(EDUMAPS, SLIDE), 5)).isEqualTo(5);
    }

    @Test
    void zeroIsNoLimit() {
        CallerLimits minuteOnly = limits(0, 7);

        assertThat(passed(minuteOnly, SOMEBODY, 8)).isEqualTo(7);
        assertThat(passed(limits(0, 0), SOMEBODY, 1_000)).isEqualTo(1_000);
        assertThat(passed(limits(7, 0), SOMEBODY, 8)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT0.7S, 1", "PT1S, 1", "PT1.001S, 2", "PT57S, 57"})
    void aWaitIsRoundedUpToWholeSeconds(Duration wait, String seconds) {
        assertThat(LimitCallers.wholeSeconds(wait)).isEqualTo(seconds);
    }

    private CallerLimits limits(int perSecond, int perMinute) {
        return new CallerLimits(TestContracts.settings(new Limit(perSecond, perMinute), "altegio", "slide"), time);
    }

    private long passed(String address, int times) {
        return passed(limits, address, times);
    }

    private static long passed(CallerLimits limits, List<Contract> contracts, int times) {
        return IntStream.range(0, times)
                .filter(each -> limits.take(contracts, address(SOMEBODY)).isEmpty())
                .count();
    }

    private static long passed(CallerLimits limits, String address, int times) {
        return IntStream.range(0, times)
                .filter(each -> limits.take(List.of(ALTEGIO), address(address)).isEmpty())
                .count();
    }

    private Optional<Duration> take(String address) {
        return limits.take(List.of(ALTEGIO), address(address));
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
