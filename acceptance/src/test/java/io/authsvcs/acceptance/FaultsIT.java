package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.chaos.Finding;
import io.authsvcs.local.chaos.Spectator;
import io.authsvcs.local.chaos.Terms;
import io.authsvcs.local.chaos.Trial;
import io.authsvcs.local.chaos.Trials;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three faults for some seconds, under a load that a busy machine can hold, where to wait for a moment is no failure;
 * {@code -Dacceptance.faults=all} holds every fault so, and {@code authctl chaos --all} as it is promised.
 */
@ExtendWith(SharedCluster.class)
class FaultsIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("acceptance.fault.seconds", 3));
    private static final long SEED = 5;
    private static final int RATE = 25;
    private static final int LOGINS = 1;
    private static final int WARM_UP = 100;
    /** Less than a gateway's deadline: who waits for that was not looked after, however busy the machine is. */
    private static final Duration LONGEST = Duration.ofMillis(4_500);

    private static final String CHOSEN = System.getProperty("acceptance.faults", "kill,freeze,half");
    /** Of the trial that counts its own; authctl chaos cut-answers has a thousand. */
    private static final int OPERATIONS = 40;

    private final Chaos chaos;

    FaultsIT(Cluster cluster) {
        this.chaos = new Chaos(
                cluster,
                Terms.usual(SEED)
                        .withRate(RATE)
                        .withLogins(LOGINS)
                        .withWarmUp(WARM_UP)
                        .withLength(LENGTH)
                        .withLongest(LONGEST)
                        .withOperations(OPERATIONS));
    }

    @AfterEach
    void putBack() {
        chaos.putBack();
    }

    static List<Trial> trials() {
        return CHOSEN.equals("all")
                ? Trials.all()
                : Stream.of(CHOSEN.split(",")).map(Trials::named).toList();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void everyPromiseIsKept(Trial trial) {
        Finding finding = chaos.hold(trial, Spectator.none());

        assertThat(finding.broken()).as(finding.count().examples().toString()).isEmpty();
    }
}
