package io.authsvcs.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.console.Console.ShownProgress;
import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final StringWriter written = new StringWriter();

    @Test
    void plainProgressHasALineForEachBeginningAndEnd() {
        Style plain = new Style(false, false, true);
        try (ShownProgress progress = new PlainProgress(new PrintWriter(written), plain, clock)) {
            progress.begin("registry");
            now = now.plusMillis(7_123);
            progress.end("registry");
        }

        assertThat(written.toString().lines()).containsExactly("… registry", "✓ registry  7.1 s");
    }

    @Test
    void liveProgressLeavesOnlyWhatIsDone() {
        Style live = new Style(true, false, true);
        try (ShownProgress progress = new LiveProgress(new PrintWriter(written), live, clock)) {
            progress.begin("registry");
            progress.begin("gateway");
            progress.end("registry");
        }

        assertThat(written.toString()).contains("registry, gateway").endsWith("\r\u001b[K");
    }

    @Test
    void coloursAndTicksDependOnWhereTheyGo() {
        Style terminal = Style.of(Map.of(), true, StandardCharsets.UTF_8);
        Style uncoloured = Style.of(Map.of("NO_COLOR", "1"), true, StandardCharsets.US_ASCII);

        assertThat(terminal.done()).isEqualTo("\u001b[32m✓\u001b[0m");
        assertThat(uncoloured.done()).isEqualTo("ok");
        assertThat(Style.of(Map.of("TERM", "dumb"), true, StandardCharsets.UTF_8)
                        .interactive())
                .isFalse();
    }

    @Test
    void progressIsAsLiveAsStandardErrorWhereverTheAnswerGoes() {
        Style plain = new Style(false, false, true);
        Style live = new Style(true, false, true);
        PrintWriter writer = new PrintWriter(written);

        try (ShownProgress piped = new Console(writer, writer, plain, live, Input.none()).progress();
                ShownProgress logged = new Console(writer, writer, live, plain, Input.none()).progress()) {
            assertThat(piped).isInstanceOf(LiveProgress.class);
            assertThat(logged).isInstanceOf(PlainProgress.class);
        }
    }

    @Test
    void aBarGrowsInItsPlaceAndLeavesNothing() {
        Style live = new Style(true, false, true);
        try (Meter meter = new LiveMeter(new PrintWriter(written), live, "import", OptionalLong.of(4_096))) {
            meter.at(1_024);
            meter.at(4_096);
        }

        assertThat(written.toString()).contains("import 100%", "4/4 KiB").endsWith("\r\u001b[K");
    }

    @Test
    void whereNobodyKnowsTheWholePlainLinesTellOfTheParts() {
        Style plain = new Style(false, false, true);
        try (Meter meter = new PlainMeter(new PrintWriter(written), plain, "import", OptionalLong.empty())) {
            meter.at(1);
            meter.at(21 << 20);
            meter.at(22 << 20);
        }

        assertThat(written.toString().lines()).containsExactly("… import  21 MiB");
    }

    @Test
    void aComplaintShowsTheLogBetweenTheSentenceAndTheCure() {
        Console.plain(new PrintWriter(new StringWriter()), new PrintWriter(written, true))
                .complain(Fault.failed("auth-1", "auth-1 ended.", "Look.").withLog(List.of("last words")));

        assertThat(written.toString().lines()).containsExactly("authctl: auth-1 ended.", "  | last words", "Look.");
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("NAME", "PID");
        table.row("registry", "1");

        assertThat(table.lines()).containsExactly("NAME      PID", "registry  1");
    }

    @Test
    void aLineThatIsUnfinishedAtFirstComesWholeAndOnce() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "old\nhal");
        Follower follower = Follower.nearTheEndOf(log);

        assertThat(follower.news()).containsExactly("old");
        Files.writeString(log, "f\n", StandardOpenOption.APPEND);
        assertThat(follower.news()).containsExactly("half");
        assertThat(follower.news()).isEmpty();
    }

    @Test
    void aFollowerReadsWholeLinesAndGoesOnInTheNextLife() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "old\n");
        Follower follower = Follower.nearTheEndOf(log);
        assertThat(follower.news()).containsExactly("old");

        Files.writeString(log, "new\nhal", StandardOpenOption.APPEND);
        assertThat(follower.news()).containsExactly("new");
        Files.writeString(log, "f\n", StandardOpenOption.APPEND);
        assertThat(follower.news()).containsExactly("half");

        Files.move(log, folder.resolve("a.previous.log"));
        assertThat(follower.news()).isEmpty();
        Files.writeString(log, "again\n");
        assertThat(follower.news()).containsExactly("again");
    }
}
