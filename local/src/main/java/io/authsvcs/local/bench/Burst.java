package io.authsvcs.local.bench;

import java.time.Duration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a load generator has seen while it asked for some time as fast as it was answered. Times are in microseconds.
 *
 * @param requests that were answered, refusals among them
 * @param refused answered otherwise than by success
 * @param lost connections and requests that came to nothing
 */
record Burst(long requests, long took, long p50, long p99, long refused, long lost) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final double MICROS = 1e6;

    static Burst parse(String json) {
        return JSON.readValue(json, Burst.class);
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
