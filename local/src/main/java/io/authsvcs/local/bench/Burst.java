package io.authsvcs.local.bench;

import io.authsvcs.local.load.Echoes;
import java.time.Duration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a load generator has seen while it asked for some time, as fast as it was answered or by a schedule. Times are in
 * microseconds.
 *
 * @param requests that were answered, refusals among them
 * @param refused answered otherwise than by success
 * @param lost connections and requests that came to nothing
 */
record Burst(long requests, long took, long p50, long p99, long p999, long refused, long lost) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final double MICROS = 1e6;

    static Burst parse(String json) {
        return JSON.readValue(json, Burst.class);
    }

    static Burst of(Echoes echoes) {
        return new Burst(
                echoes.served() + echoes.refused(),
                micros(echoes.took()),
                micros(echoes.p50()),
                micros(echoes.p99()),
                micros(echoes.p999()),
                echoes.refused(),
                echoes.lost());
    }

    private static long micros(Duration length) {
        return length.toNanos() / 1_000;
    }

    long served() {
        return requests - refused;
    }

    long failed() {
        return refused + lost;
    }

    double servedASecond() {
        return served() * MICROS / took;
    }

    Duration length() {
        return Duration.ofNanos(took * 1_000);
    }
}
