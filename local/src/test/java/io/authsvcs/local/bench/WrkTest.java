package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.process.ProcessId;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrkTest {
    private static final String OUTPUT = """
            Running 5s test @ http://127.0.0.1:20000/v1/auth/validate
              1 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    12.31ms    4.15ms  88.05ms   89.99%
                Req/Sec     2.62k   275.48     3.05k    84.00%
              13056 requests in 5.01s, 6.45MB read
              Non-2xx or 3xx responses: 6
            Requests/sec:   2605.98
            Transfer/sec:      1.29MB
            seen: {"requests":13056,"took":5010000,"p50":11800,"p99":31050,"p999":60100,"refused":6,"lost":2}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatItHasSeenStandsInItsOutput() {
        Burst burst = Wrk.seen(new Tool.Result(0, OUTPUT)).orElseThrow();

        assertThat(burst).isEqualTo(new Burst(13_056, 5_010_000, 11_800, 31_050, 60_100, 6, 2));
        assertThat(burst.served()).isEqualTo(13_050);
        assertThat(burst.failed()).isEqualTo(8);
        assertThat(burst.servedASecond()).isEqualTo(13_050 / 5.01);
    }

    @Test
    void withoutItsLineItHasSeenNothing() {
        assertThat(Wrk.seen(new Tool.Result(1, "unable to connect to 127.0.0.1:1 Connection refused")))
                .isEmpty();
    }

    @Test
    void aLineThatLacksAFigureIsNoLineOfOurs() {
        assertThatThrownBy(() -> Burst.parse("{\"requests\":13056}")).hasMessageContaining("took");
    }

    @Test
    void nothingThatIsSentMeansAnythingToLua() {
        Question login = Question.post("/v1/auth/login", Map.of("password", "a\"]] os.exit() --\\ü"));

        assertThat(new LuaScript(login).text())
                .startsWith("wrk.method = \"POST\"\n")
                .contains("wrk.headers[\"Content-Type\"] = \"application\\047json\"\n")
                .contains(
                        "wrk.body = \"\\123\\034password\\034\\058\\034a\\092\\034\\093\\093\\032os\\046exit\\040\\041")
                .doesNotContain("os.exit");
    }

    @Test
    void aTokenIsInAFileOfItsOwnersAloneAndThenNowhere() throws IOException {
        Path program = folder.resolve("wrk");
        Files.writeString(program, """
                #!/bin/sh
                for argument in "$@"; do
                  case $argument in --script=*) ls -l "${argument#--script=}"; cat "${argument#--script=}" ;; esac
                done
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Wrk wrk = new Wrk(program, Map.of(), folder);

        assertThatThrownBy(() -> wrk.fire(peer(), Duration.ofSeconds(1)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("told nothing")
                .hasMessageContaining("-rw-------")
                .hasMessageContaining("Bearer\\032secret");
        assertThat(folder.resolve("somebody.lua")).doesNotExist();
    }

    private static Peer peer() {
        return new Peer(
                Contestant.BARE,
                "somebody",
                "answers",
                URI.create("http://127.0.0.1:1"),
                Question.get("/").bearing("secret"),
                1,
                Map.of("self", ProcessId.of(ProcessHandle.current())));
    }
}
