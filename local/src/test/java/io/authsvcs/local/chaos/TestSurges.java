package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.load.Tally;
import java.time.Duration;

/** Floods of a second, beside which nobody asked anything. */
final class TestSurges {
    private TestSurges() {}

    static Surge of(int clients, Responses responses) {
        return new Surge(
                clients, Duration.ofSeconds(1), responses, new Tally(Allowance.NOTHING).stretchIn(Duration.ZERO));
    }
}
