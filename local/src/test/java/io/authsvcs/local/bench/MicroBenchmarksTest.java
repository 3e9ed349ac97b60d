package io.authsvcs.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MicroBenchmarksTest {
    @Test
    void stepsAreNamedInWords() {
        assertThat(MicroBenchmarks.parse("""
                        [{"benchmark": "io.authsvcs.gateway.routing.RouteMatchBenchmark.pathWithAName",
                          "primaryMetric": {"score": 9, "rawData": [[12.5, 11.5, 30.0]]}},
                         {"benchmark": "io.authsvcs.gateway.upstream.BalancingBenchmark.choice",
                          "params": {"size": "8"}, "primaryMetric": {"rawData": [[80.0]]}}]"""))
                .containsExactly(
                        new Micro("route match, path with a name", new Spread(12.5, 11.5, 30)),
                        new Micro("balancing, choice (8)", new Spread(80, 80, 80)));
    }
}
