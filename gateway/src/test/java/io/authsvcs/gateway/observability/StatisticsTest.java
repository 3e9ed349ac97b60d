package io.authsvcs.gateway.observability;

import static io.authsvcs.gateway.Enveloped.enveloped;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Status;
import io.authsvcs.common.document.Comparison;
import io.authsvcs.common.document.ContractDocument;
import io.authsvcs.common.document.Example;
import io.authsvcs.common.document.Message;
import io.authsvcs.gateway.observability.Statistics.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StatisticsTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private Instant now = START;
    private final Statistics statistics = new Statistics(() -> now);

    @Test
    void aSecondIsShownWhenItIsOver() {
        record("200", 2, 0);
        assertThat(rows(600)).isEmpty();

        now = START.plusSeconds(1);

        assertThat(rows(600)).containsExactly(new Row(START, 1, 0, 0, 0, 2.01, 2.01, 2.01));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0, 0",
        "404, 0, 0",
        "429, 0, 1",
        "500, 1, 0",
        "502, 1, 0",
        "503, 0, 1",
        "504, 1, 0",
        "left, 0, 0",
        "-, 0, 0"
    })
    void everyEndIsARequestAndAtMostOneOfErrorAndRefusal(String status, long errors, long refusals) {
        record(status, 1, 0);
        now = START.plusSeconds(1);

        assertThat(statistics.figures(1)).satisfies(figures -> {
            assertThat(figures.requests()).isOne();
            assertThat(figures.errors()).isEqualTo(errors);
            assertThat(figures.refusals()).isEqualTo(refusals);
        });
        assertThat(rows(1)).singleElement().satisfies(row -> {
            assertThat(row.errors()).isEqualTo(errors);
            assertThat(row.refused()).isEqualTo(refusals);
        });
    }

    @Test
    void retriesAreCountedInTheSecondOfTheRequest() {
        record("200", 1, 2);
        record("200", 1, 0);
        record("200", 1, 1);
        now = START.plusSeconds(1);

        assertThat(rows(1)).extracting(Row::retries).containsExactly(3L);
    }

    @Test
    void secondsWithoutARequestAreLeftOut() {
        record("200", 1, 0);
        now = START.plusSeconds(5);
        record("200", 1, 0);
        now = START.plusSeconds(6);

        assertThat(rows(600)).extracting(Row::at).containsExactly(START, START.plusSeconds(5));
    }

    @Test
    void soManySecondsAreShownAsAreAskedForAndTenMinutesAtMost() {
        IntStream.range(0, 1_300).forEach(second -> {
            now = START.plusSeconds(second);
            record("200", second, 0);
        });

        assertThat(rows(600)).hasSize(600);
        assertThat(rows(60)).hasSize(60);
        assertThat(rows(1)).extracting(Row::at).containsExactly(START.plusSeconds(1_298));
        assertThat(rows(600)).extracting(Row::at).startsWith(START.plusSeconds(699));
    }

    @Test
    void aSecondThatIsLongOverStillSaysHowLongItsRequestsTook() {
        record("200", 2, 0);
        record("200", 200, 0);
        now = START.plusSeconds(400);
        record("200", 9, 0);
        now = START.plusSeconds(401);

        assertThat(rows(600).getFirst()).satisfies(row -> {
            assertThat(row.p50()).isBetween(2.0, 2.02);
            assertThat(row.p99()).isBetween(200.0, 202.0);
            assertThat(row.max()).isBetween(200.0, 202.0);
        });
    }

    @Test
    void aSecondIsClosedWhenTheSecondAfterTheNextBegins() {
        record("200", 1, 0);
        now = START.plusSeconds(1);
        record("200", 1, 0);
        now = START.plusSeconds(2);
        record("200", 1, 0);

        now = START;
        record("200", 1, 0);
        now = START.plusSeconds(1);
        record("200", 1, 0);
        now = START.plusSeconds(3);

        assertThat(rows(600)).extracting(Row::requests).containsExactly(1L, 2L, 1L);
    }

    @Test
    void totalsAreSinceTheStartAndLatencyIsOfTheLastMinute() {
        record("500", 3_000, 0);
        now = START.plusSeconds(700);
        record("200", 1, 0);

        assertThat(statistics.figures(600)).satisfies(figures -> {
            assertThat(figures.since()).isEqualTo(START);
            assertThat(figures.requests()).isEqualTo(2);
            assertThat(figures.errors()).isOne();
            assertThat(figures.latency().orElseThrow().max()).isLessThan(2);
        });
    }

    @Test
    void ofManyThreadsNoneIsMissed() {
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .forEach(i ->
                            executor.execute(() -> IntStream.range(0, 5_000).forEach(j -> record("200", 1, 0))));
        }
        now = START.plusSeconds(1);

        assertThat(statistics.figures(1).requests()).isEqualTo(20_000);
        assertThat(rows(1)).extracting(Row::requests).containsExactly(20_000L);
    }

    @Test
    void theDocumentShowsASecondAsItIs() {
        record("200", 1, 0);
        now = START.plusSeconds(1);
        record("200", 2, 1);
        record("503", 1, 0);
        record("504", 40, 0);
        now = START.plusSeconds(2);

        Example documented = ContractDocument.read("canonical").examples().stream()
                .filter(example -> example.title().equals("The last second"))
                .findFirst()
                .orElseThrow();
        String shown = enveloped(Status.OK, new JsonMapper().writeValueAsString(statistics.figures(1)));

        assertThat(Comparison.differences(
                        documented,
                        new Message("HTTP/1.1 200", documented.answer().headers(), shown)))
                .isEmpty();
    }

    private List<Row> rows(int last) {
        return statistics.figures(last).seconds();
    }

    private void record(String status, long millis, int retries) {
        statistics.record(new Ending(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                Duration.ofMillis(millis),
                "id",
                Optional.empty(),
                Optional.empty(),
                retries));
    }
}
