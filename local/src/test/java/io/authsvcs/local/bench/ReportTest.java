package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.report.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Environment ENVIRONMENT =
            new Environment(Instant.parse("2026-11-22T15:00:00Z"), 2, 24_000, "Linux 6 amd64", "OpenJDK 25", "1.0.0");

    private final Peer gateway = peer(Contestant.GATEWAY, "gateway", "auth-1");
    private final Peer bare = peer(Contestant.BARE, "bare gateway", "static backend");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ratiosAreThoseOfMedians() {
        Report report = nothing()
                .having(measured -> measured.saturated(gateway, sample(gateway, 800, 400, 900)))
                .having(measured -> measured.saturated(bare, sample(bare, 1_000, 500, 100)))
                .having(measured -> measured.saturated(gateway, sample(gateway, 100, 4_000, 9_000)))
                .having(measured -> measured.saturated(bare, sample(bare, 1_010, 490, 100)))
                .having(measured -> measured.saturated(gateway, sample(gateway, 810, 420, 900)))
                .having(measured -> measured.saturated(bare, sample(bare, 990, 510, 100)));

        assertThat(report.ratios())
                .extracting(Ratio::name)
                .containsExactly("gateway-to-bare-requests", "gateway-to-bare-cpu");
        assertThat(report.ratios().getFirst().value()).isCloseTo(0.8, within(1e-9));
        assertThat(report.ratios().getFirst().measured().least()).isCloseTo(0.099, within(1e-3));
        assertThat(report.ratios().getFirst().measured().most()).isCloseTo(0.818, within(1e-3));
        assertThat(report.ratios().getLast().value()).isCloseTo(0.84, within(1e-9));
        assertThat(report.isKept()).isFalse();
    }

    @Test
    void loginsAreHeldAgainstTheHashesThatTheMachineCouldDo() {
        Peer login = peer(Contestant.LOGIN, "gateway", "auth-1");
        Report report = nothing()
                .having(measured -> measured.saturated(login, sample(login, 30, 400, 900)))
                .having(measured -> measured.hash(50_000))
                .having(measured -> measured.hash(60_000))
                .having(measured -> measured.hash(90_000));

        assertThat(report.ratios()).hasSize(1);
        assertThat(report.ratios().getFirst().name()).isEqualTo("logins-to-hashes");
        assertThat(report.ratios().getFirst().value()).isCloseTo(0.9, within(1e-9));
        assertThat(report.text()).contains("One password hash alone takes 60,000 (50,000–90,000) µs of a processor.");
    }

    @Test
    void whatAProcessTakesIsToldInBothForms() {
        Report report = nothing()
                .having(measured -> measured.footprints(List.of(new Footprint(
                        "auth-1",
                        Duration.ofMillis(4_200),
                        Duration.ofMillis(9_870),
                        new Resident(150L << 20, 180L << 20),
                        new Resident(212L << 20, 250L << 20)))));

        assertThat(report.text()).contains("| auth-1 | 4.2 s | 9.9 s | 150 MiB | 180 MiB | 212 MiB | 250 MiB |");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(report.json())
                        .at("/footprints/0/cpu")
                        .asLong(0))
                .isEqualTo(9_870);
    }

    @Test
    void howLongAWarmUpTookIsToldInBothForms() {
        Report report = nothing()
                .having(measured -> measured.with(new Warmth("gateway", 301_234, Duration.ofMillis(61_300), true)))
                .having(measured -> measured.with(new Warmth("login", 812, Duration.ofMinutes(2), false)));

        assertThat(report.text())
                .contains("| gateway | 301234 | 61.3 s | no faster |")
                .contains("| login | 812 | 120.0 s | STILL GETTING FASTER, or too few |");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(report.json())
                        .at("/warmUps/0/took")
                        .asLong(0))
                .isEqualTo(61_300);
    }

    @Test
    void whatAMillionASecondWouldTakeIsWorkedOutFromTheMostInstances() {
        Peer two = peer(Contestant.GATEWAY, "gateway", "auth-1", "auth-2", "database")
                .as("validate-by-2", "validate through the gateway, which has 2");
        Peer four = two.as("validate-by-4", "validate through the gateway, which has 4");
        Report report = nothing()
                .having(measured -> measured.saturated(two, sample(two, 9_000, 60, 10)))
                .having(measured -> measured.with(new Scale(2, 300)))
                .having(measured -> measured.saturated(four, sample(four, 8_000, 70, 12)))
                .having(measured -> measured.with(new Scale(4, 250)));

        assertThat(report.text())
                .contains(
                        "| 2 | 9,000 (9,000–9,000) | 70.0 (70.0–70.0) | 60.0 (60.0–60.0) | 0.00 (0.00–0.00) |",
                        "Gateways: 70 processors",
                        "The database: 12 processors of one machine, and 25,000 statements a second.");
    }

    @Test
    void whoWasAskedByAScheduleIsToldApart() {
        Report report = both().having(measured -> measured.steady(gateway, sample(gateway, 475, 700, 900)));

        assertThat(report.text())
                .containsSubsequence(
                        "## At saturation",
                        "| gateway | validates | 950 ",
                        "half as often",
                        "| gateway | validates | 475 ");
        assertThat(report.ratios()).isEqualTo(both().ratios());
    }

    @Test
    void validatesBesideLoginsAreHeldAgainstValidatesAlone() {
        Peer beside = gateway.as("gateway-beside-logins", "the same, while others log in");
        Report report = nothing()
                .having(measured -> measured.steady(gateway, late(4_000)))
                .having(measured -> measured.steady(beside, late(10_000)));

        assertThat(report.ratios()).extracting(Ratio::name).containsExactly("validates-beside-logins-to-alone");
        assertThat(report.ratios().getFirst().value()).isEqualTo(2.5);
        assertThat(report.isKept()).isFalse();
    }

    private static Sample late(long p99) {
        return new Sample(new Burst(500, 1_000_000, 1_000, p99, p99, 0, 0), Map.of(), Duration.ZERO, Duration.ZERO);
    }

    @Test
    void aStartIsHeldAgainstItsLimits() {
        Report report = nothing()
                .having(measured -> measured.with(new FirstLogin(Duration.ofSeconds(8), Duration.ofSeconds(21))))
                .having(measured -> measured.with(new FirstLogin(Duration.ofSeconds(9), Duration.ofSeconds(22))))
                .having(measured -> measured.with(new FirstLogin(Duration.ofSeconds(14), Duration.ofSeconds(30))));

        assertThat(report.text())
                .contains("to the first login | 9.00 (8.00–14.0) s | at most 10 s | met |")
                .contains("until then | 22.0 (21.0–30.0) s | at most 20 s | NOT MET |");
    }

    @Test
    void theMemoryOfAClusterIsThatOfItsProcesses() {
        Report report = nothing()
                .having(measured -> measured.footprints(
                        List.of(footprint("auth-1", 300), footprint("gateway", 250), footprint("keycloak", 900))));

        assertThat(report.limits()).extracting(Limit::name).containsExactly("resident-idle", "resident-loaded");
        assertThat(report.limits().getFirst().measured().median()).isEqualTo(550);
        assertThat(report.limits().getLast().measured().median()).isEqualTo(1_100);
        assertThat(report.limits()).extracting(Limit::isMet).containsExactly(true, false);
    }

    /** Loaded, it takes twice as much as idle. */
    private static Footprint footprint(String process, long megabytes) {
        return new Footprint(
                process,
                Duration.ZERO,
                Duration.ZERO,
                new Resident(megabytes * 1_000_000, megabytes * 1_000_000),
                new Resident(2 * megabytes * 1_000_000, 3 * megabytes * 1_000_000));
    }

    @Test
    void theMostSessionsAreHeldAgainstTheFewest() {
        Peer few = gateway.as("validate-at-1000", "few");
        Peer more = gateway.as("validate-at-100000", "more");
        Peer many = gateway.as("validate-at-10000000", "many");
        Report report = nothing()
                .having(measured -> measured.saturated(few, sample(few, 1_000, 500, 500)))
                .having(measured -> measured.saturated(more, sample(more, 1_000, 900, 900)))
                .having(measured -> measured.saturated(many, sample(many, 1_000, 500, 590)))
                .having(measured -> measured.statements(480));

        assertThat(report.text())
                .contains("validate-at-10000000 ÷ validate-at-1000 | 1.09 (1.09–1.09) | at most 1.10 | met |")
                .contains(
                        "for 10,000 validates on 256 connections | 480 (480–480) statements | at most 500 statements |");
    }

    @Test
    void whoWasNotMeasuredIsInNoRatio() {
        Report report = nothing().having(measured -> measured.saturated(gateway, sample(gateway, 800, 400, 900)));

        assertThat(report.ratios()).isEmpty();
        assertThat(report.isKept()).isFalse();
    }

    @Test
    void whatWasRefusedIsNotServedAndCostsThoseWhoWere() {
        Sample half = new Sample(
                new Burst(2_000, 1_000_000, 1_000, 2_000, 3_000, 1_000, 0),
                Map.of("gateway", Duration.ofSeconds(1)),
                Duration.ZERO,
                Duration.ZERO);

        assertThat(half.burst().servedASecond()).isEqualTo(1_000);
        assertThat(half.micros("gateway")).isEqualTo(1_000);
    }

    @Test
    void aSampleHasWhatWasUsedSinceItBegan() {
        Sample sample = Sample.of(
                new Burst(1_000, 1_000_000, 1_000, 2_000, 3_000, 0, 0),
                moment(5_000, 1_000, 300, 7_000, 100_000),
                moment(6_000, 1_500, 400, 8_600, 101_700));

        assertThat(sample.micros("gateway")).isEqualTo(1_000);
        assertThat(sample.microsInAll()).isEqualTo(1_500);
        assertThat(sample.microsOfLoad()).isEqualTo(100);
        assertThat(sample.processorsOfOthers()).isCloseTo(0.1, within(1e-9));
    }

    private static Moment moment(long gateway, long instance, long load, long bench, long machine) {
        return new Moment(
                Map.of("gateway", Duration.ofMillis(gateway), "auth-1", Duration.ofMillis(instance)),
                Duration.ofMillis(load),
                Duration.ofMillis(bench),
                Duration.ofMillis(machine));
    }

    @Test
    void peopleReadTargetsThenFiguresThenHow() {
        assertThat(both().among(List.of("The bare gateway: stock."), List.of(leftOut()))
                        .text())
                .containsSubsequence(
                        "# Performance",
                        "2 cores, 24000 MiB",
                        "| requests a second: validate through the gateway ÷ the bare route | 0.95 (0.95–0.95) | at least 0.90 | met |",
                        "| processor time a request: the gateway's process ÷ the bare gateway's | 1.40 (1.40–1.40) | at most 1.25 |"
                                + " NOT MET |",
                        "| gateway | validates | 950 (950–950) | 5.00 (5.00–5.00) | 9.00 (9.00–9.00) | 19.0 (19.0–19.0) |"
                                + " 1,600 (1,600–1,600) | 31.6 (31.6–31.6) | 0 | 0.02 (0.02–0.02) |",
                        "| bare | bare gateway | 500 (500–500) |",
                        "- **nginx**: It is not on this machine. Install it.",
                        "- The bare gateway: stock.");
    }

    @Test
    void scriptsReadTheSame() {
        JsonNode json = JsonMapper.builder().build().readTree(both().json());

        assertThat(json.at("/kept").asBoolean(true)).isFalse();
        assertThat(json.at("/ratios/0/name").asString("")).isEqualTo("gateway-to-bare-requests");
        assertThat(json.at("/ratios/0/met").asBoolean(false)).isTrue();
        assertThat(json.at("/peers/1/cpu/static backend/median").asDouble(0)).isEqualTo(100);
        assertThat(json.at("/peers/0/requestsASecond/median").asDouble(0)).isEqualTo(950);
    }

    @Test
    void whatFellByMoreThanAFifthIsNamed() throws IOException {
        Path file = folder.resolve("recorded.json");
        Files.writeString(file, both().json());
        Map<String, Double> recorded = Recorded.in(file);

        assertThat(recorded).containsOnlyKeys("gateway-to-bare-requests", "gateway-to-bare-cpu");
        assertThat(both().fallenFrom(recorded)).isEmpty();
        assertThat(nothing()
                        .having(measured -> measured.saturated(gateway, sample(gateway, 700, 710, 900)))
                        .having(measured -> measured.saturated(bare, sample(bare, 1_000, 500, 100)))
                        .fallenFrom(recorded))
                .containsExactly(
                        "requests a second: validate through the gateway ÷ the bare route is 0.70, and was 0.95 when it"
                                + " was recorded");
    }

    @Test
    void nothingFallsFromWhatNobodyRecorded() {
        assertThat(both().fallenFrom(Recorded.in(folder.resolve("absent.json"))))
                .isEmpty();
    }

    @Test
    void whoAsksForSomebodyUnknownReadsWhoThereIs() {
        assertThatThrownBy(() -> Contestant.named("keyclock"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("There is nobody called keyclock")
                .hasMessageContaining("gateway, instance, bare, login, nginx, keycloak, micro, scale, growth");
    }

    private Report both() {
        return nothing()
                .having(measured -> measured.saturated(gateway, sample(gateway, 950, 700, 900)))
                .having(measured -> measured.saturated(bare, sample(bare, 1_000, 500, 100)));
    }

    private static LeftOut leftOut() {
        return new LeftOut("nginx", "It is not on this machine.", "Install it.");
    }

    private static Report nothing() {
        return Report.ofNothing(ENVIRONMENT, Terms.quick());
    }

    private static Peer peer(Contestant contestant, String... processes) {
        ProcessId self = ProcessId.of(ProcessHandle.current());
        Map<String, ProcessId> all = new LinkedHashMap<>();
        for (String process : processes) {
            all.put(process, self);
        }
        return new Peer(
                contestant, contestant.word(), "validates", URI.create("http://127.0.0.1"), Question.get("/"), 32, all);
    }

    /** A second's worth, of which each request costs the first process and the second one so many microseconds. */
    private static Sample sample(Peer peer, int requests, long first, long second) {
        List<String> processes = List.copyOf(peer.processes().keySet());
        return new Sample(
                new Burst(requests, 1_000_000, 5_000, 9_000, 19_000, 0, 0),
                Map.of(
                        processes.getFirst(),
                        Duration.ofNanos(first * 1_000 * requests),
                        processes.getLast(),
                        Duration.ofNanos(second * 1_000 * requests)),
                Duration.ofMillis(30),
                Duration.ofMillis(20));
    }
}
