package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.report.Environment;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Environment ENVIRONMENT =
            new Environment(Instant.parse("2026-11-22T15:00:00Z"), 2, 24_000, "Linux 6 amd64", "OpenJDK 25", "1.0.0");

    @Test
    void aBrokenPromiseIsToldInBothForms() {
        Report report = report(new Figure("12 passwords were tried", "at most 10", false));

        assertThat(report.isKept()).isFalse();
        assertThat(report.text())
                .contains("| guessing | 2.0 s | 1 | 1 | BROKEN |")
                .contains("- BROKEN: 12 passwords were tried; at most 10 is promised.")
                .contains("2 cores, 24000 MiB", "Seed 7.");
        JsonNode json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.at("/kept").asBoolean(true)).isFalse();
        assertThat(json.at("/attacks/0/broken/0").asString("")).startsWith("12 passwords");
        assertThat(json.at("/attacks/0/took").asInt(0)).isEqualTo(2_000);
        assertThat(json.at("/seed").asInt(0)).isEqualTo(7);
    }

    @Test
    void whereAllWereKeptNothingIsCalledBroken() {
        Report report = report(new Figure("9 passwords were tried", "at most 10", true));

        assertThat(report.isKept()).isTrue();
        assertThat(report.text())
                .doesNotContain("BROKEN")
                .contains("- measured: 9 passwords were tried (promised: at most 10)");
    }

    @Test
    void aReportOfNothingKeepsNothing() {
        assertThat(Report.ofNothing(ENVIRONMENT, Terms.usual(7), List.of()).isKept())
                .isFalse();
    }

    @Test
    void aTrialThatMeasuredNothingKeepsNothing() {
        assertThat(report().isKept()).isFalse();
        assertThat(Finding.unheld(Trials.named("guessing"), Duration.ZERO, "nobody answers")
                        .broken())
                .containsExactly("It could not be held: nobody answers");
    }

    @Test
    void whoAsksForWhatThereIsNotReadsWhatThereIs() {
        assertThatThrownBy(() -> Trials.named("guesing"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("There is no attack called guesing.")
                .hasMessageContaining(
                        "timing, guessing, stuffing, rogue, slow-clients, fuzz, rotation, clocks, secrets");
    }

    private static Report report(Figure... figures) {
        Finding finding = Finding.of(Trials.named("guessing"), Duration.ofSeconds(2), List.of(figures));
        return Report.ofNothing(ENVIRONMENT, Terms.usual(7), List.of(finding.name()))
                .with(finding);
    }
}
