package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Ending;
import io.authsvcs.local.load.Operation;
import io.authsvcs.local.load.Sample;
import io.authsvcs.local.load.Samples;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;

/** Validates that ended so. */
final class TestSamples {
    private TestSamples() {}

    static Samples served(int count, long millis) {
        return samples(count, new Ending.AsPromised(200), millis);
    }

    static Samples refused(int count, String reason, long millis) {
        return samples(count, new Ending.Unavailable(true, reason), millis);
    }

    static Samples all(Samples... some) {
        return new Samples(Stream.of(some).flatMap(each -> each.all().stream()).toList());
    }

    private static Samples samples(int count, Ending ending, long millis) {
        return new Samples(
                Collections.nCopies(count, new Sample(Operation.VALIDATE, ending, Duration.ofMillis(millis))));
    }
}
