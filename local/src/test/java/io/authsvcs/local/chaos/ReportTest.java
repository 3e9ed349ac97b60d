package io.authsvcs.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Failure;
import io.authsvcs.local.load.Operation;
import io.authsvcs.local.nemesis.Deed;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.nemesis.Shares;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Environment ENVIRONMENT =
            new Environment(Instant.parse("2026-11-22T15:00:00Z"), 2, 24_000, "Linux 6 amd64", "OpenJDK 25", "1.0.0");

    @Test
    void aBrokenPromiseIsToldInBothForms() {
        Report report = report(finding(3, Duration.ofMillis(12)));

        assertThat(report.isKept()).isFalse();
        assertThat(report.text())
                .contains("| test | 100 | 3 | 1.0 | 2.0 | 12.0 | 1000.0 | 0.5 | 4 | 4 | BROKEN |")
                .contains("- BROKEN: 3 of 100 requests did not end as promised.")
                .contains("- validate: 200 × 97, 500 × 3")
                .contains("- failure after 1.5 s: validate, 500, status 500 in place of 200: `{}`")
                .contains("2 cores, 24000 MiB", "seed 7", "2026-11-22T15:00:00Z");
        JsonNode json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.at("/kept").asBoolean(true)).isFalse();
        assertThat(json.at("/faults/0/statuses/validate/500").asInt(0)).isEqualTo(3);
        assertThat(json.at("/faults/0/broken/0").asString("")).startsWith("3 of 100");
        assertThat(json.at("/faults/0/worst").asDouble(0)).isEqualTo(12.0);
    }

    @Test
    void whereAllWereKeptNothingIsCalledBroken() {
        Report report = report(finding(0, Duration.ofMillis(12)));

        assertThat(report.isKept()).isTrue();
        assertThat(report.text()).doesNotContain("BROKEN").contains("| kept |");
    }

    @Test
    void aReportOfNothingKeepsNothing() {
        assertThat(begun().isKept()).isFalse();
    }

    @Test
    void aRunThatWasInterruptedSaysWhatItLeft() {
        Report report = begun("test", "kill", "freeze").with(finding(0, Duration.ofMillis(12)));

        assertThat(report.isKept()).isFalse();
        assertThat(report.text()).contains("| kept |", "**Not held yet: kill, freeze.**");
        JsonNode json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.at("/outstanding")).extracting(JsonNode::asString).containsExactly("kill", "freeze");
    }

    @Test
    void whoeverWaitsAsLongAsThatHasWaitedTooLong() {
        assertThat(report(finding(0, Duration.ofMillis(999))).isKept()).isTrue();
        assertThat(report(finding(0, Duration.ofSeconds(1))).isKept()).isFalse();
    }

    @Test
    void aLoadThatSentNothingKeepsNothing() {
        Evidence evidence =
                evidence(count(0, 0, Duration.ZERO), count(0, 0, Duration.ZERO), List.of(), List.of(), List.of());

        assertThat(new Judge(Promise.unnoticed()).broken(evidence)).containsExactly("No request was sent.");
    }

    @Test
    void whatFailedBeforeTheFaultCountsToo() {
        Evidence evidence =
                evidence(count(10, 1, Duration.ZERO), count(10, 0, Duration.ZERO), List.of(), List.of(), List.of());

        assertThat(new Judge(Promise.unnoticed()).broken(evidence))
                .containsExactly("1 of 10 requests failed before anything was done.");
    }

    @Test
    void whatTheStatusShowsTooLateIsBroken() {
        Sight late = new Sight("auth-1 is dead", Promise.TRUTH, Optional.of(Duration.ofMillis(3_100)));
        Sight never = new Sight("all is well", Promise.TRUTH, Optional.empty());
        Evidence evidence = evidence(
                count(10, 0, Duration.ZERO), count(10, 0, Duration.ZERO), List.of(late, never), List.of(), List.of());

        assertThat(new Judge(Promise.unnoticed()).broken(evidence))
                .containsExactly(
                        "The status showed that auth-1 is dead after 3.1 s; 3.0 s is promised.",
                        "The status showed that all is well never; 3.0 s is promised.");
    }

    @Test
    void aTrialThatCouldNotBeHeldKeepsNothing() {
        Trial trial = new Trial("test", "something happens", Needs.usual(), Promise.unnoticed(), scene -> {});
        Finding finding = Finding.unheld(trial, "auth-3 runs, but is not ready.");

        assertThat(report(finding).isKept()).isFalse();
        assertThat(report(finding).text()).contains("- BROKEN: It could not be held: auth-3 runs, but is not ready.");
        assertThat(finding.andBroken("And worse.").broken()).hasSize(2).contains("And worse.");
    }

    @Test
    void whatTheActFoundAmissIsBroken() {
        Evidence evidence = evidence(
                count(10, 0, Duration.ZERO),
                count(10, 0, Duration.ZERO),
                List.of(),
                List.of(),
                List.of("A spent refresh token is good again."));

        assertThat(new Judge(Promise.unnoticed()).broken(evidence))
                .containsExactly("A spent refresh token is good again.");
    }

    @Test
    void whatATrialMeasuresIsToldInBothForms() {
        Figure figure = new Figure("Retries added 3.2 % to 100 first tries", "at most 20.0 %", false);
        Evidence evidence = evidence(
                count(10, 0, Duration.ZERO), count(10, 0, Duration.ZERO), List.of(), List.of(figure), List.of());
        Finding finding = Finding.of(
                new Trial("test", "something happens", Needs.usual(), Promise.unnoticed(), scene -> {}),
                Promise.unnoticed(),
                evidence);

        assertThat(finding.broken())
                .containsExactly("Retries added 3.2 % to 100 first tries; at most 20.0 % is promised.");
        assertThat(report(finding).text())
                .contains("- measured: Retries added 3.2 % to 100 first tries (promised: at most 20.0 %)");
        JsonNode json = JsonMapper.builder().build().readTree(report(finding).json());
        assertThat(json.at("/faults/0/figures/0/fact").asString("")).startsWith("Retries");
        assertThat(json.at("/faults/0/figures/0/isKept").asBoolean(true)).isFalse();
    }

    @Test
    void theNemesisHasASectionOfItsOwn() {
        Report kept = begun("nemesis").with(outcome(List.of()));
        Report broken = begun("nemesis").with(outcome(List.of("A loss.")));

        assertThat(kept.isKept()).isTrue();
        assertThat(kept.text()).contains("| register | 3 | 1 |", "auth-1 × 2", "seed 7", "- kept:");
        assertThat(broken.isKept()).isFalse();
        assertThat(broken.text()).contains("- BROKEN: A loss.").doesNotContain("- kept:");
        JsonNode json = JsonMapper.builder().build().readTree(broken.json());
        assertThat(json.at("/nemesis/operations/register/acknowledged").asInt(0))
                .isEqualTo(3);
        assertThat(json.at("/nemesis/killed/auth-1").asInt(0)).isEqualTo(2);
        assertThat(json.at("/kept").asBoolean(true)).isFalse();
    }

    private static Outcome outcome(List<String> broken) {
        return new Outcome(
                new Onslaught(2, 3, Shares.CHEAP, 7, Path.of("journal.jsonl")),
                Map.of("auth-1", 2L),
                Map.of(Deed.REGISTER, new io.authsvcs.local.nemesis.Acknowledged(3, 1)),
                0,
                Duration.ofSeconds(9),
                broken);
    }

    private static Report report(Finding finding) {
        return begun(finding.name()).with(finding);
    }

    private static Report begun(String... names) {
        return Report.ofNothing(ENVIRONMENT, Terms.usual(7), List.of(names));
    }

    private static Finding finding(long failures, Duration worst) {
        Trial trial = new Trial("test", "something happens", Needs.usual(), Promise.unnoticed(), scene -> {});
        Sight sight = new Sight("all is well", Promise.TRUTH, Optional.of(Duration.ofMillis(500)));
        return Finding.of(
                trial,
                Promise.unnoticed(),
                new Evidence(
                        new Count(0, 0, Map.of(), List.of(), worst, worst, Duration.ZERO, new TreeMap<>(), 0, 0),
                        count(100, failures, worst),
                        List.of(sight),
                        List.of(),
                        List.of(),
                        Optional.of(4L),
                        Optional.empty()));
    }

    private static Evidence evidence(
            Count warmUp, Count count, List<Sight> sights, List<Figure> figures, List<String> complaints) {
        return new Evidence(warmUp, count, sights, figures, complaints, Optional.of(8L), Optional.empty());
    }

    private static Count count(long requests, long failures, Duration worst) {
        Map<String, Long> statuses =
                failures == 0 ? Map.of("200", requests) : Map.of("200", requests - failures, "500", failures);
        List<Failure> examples = failures == 0
                ? List.of()
                : List.of(new Failure(
                        Duration.ofMillis(1_500), Operation.VALIDATE, "500", "status 500 in place of 200", "{}"));
        return new Count(
                requests,
                failures,
                Map.of(Operation.VALIDATE, new TreeMap<>(statuses)),
                examples,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                worst,
                new TreeMap<>(Map.of(Duration.ofMillis(300), worst)),
                4,
                0);
    }
}
