package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.attack.Attack;
import io.authsvcs.local.attack.Commentary;
import io.authsvcs.local.attack.Finding;
import io.authsvcs.local.attack.Terms;
import io.authsvcs.local.attack.Trial;
import io.authsvcs.local.attack.Trials;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A little of what {@code authctl attack} does: so few times that none is judged by time. {@code -Dacceptance.attacks=all}
 * holds every attack so, {@code -Dacceptance.attack.requests=100000} spoils as many requests as is promised.
 */
@ExtendWith(SharedCluster.class)
class AttackedIT {
    private static final String CHOSEN = System.getProperty("acceptance.attacks", "timing,rogue,fuzz");
    private static final int REQUESTS = Integer.getInteger("acceptance.attack.requests", 200);
    private static final int CALLS = 20;
    private static final int ACCOUNTS = 300;
    private static final int CLIENTS = 40;
    private static final int ROTATIONS = 2;
    private static final Duration EVERY = Duration.ofSeconds(12);
    /** Times are not compared beside a load: of so few nothing could be told. */
    private static final int NO_LOAD = 0;

    private static final long SEED = Long.getLong("acceptance.attack.seed", 5);

    private final Attack attack;

    AttackedIT(Cluster cluster) {
        this.attack = new Attack(
                cluster, new Terms(CALLS, ACCOUNTS, REQUESTS, CLIENTS, Duration.ZERO, ROTATIONS, EVERY, NO_LOAD, SEED));
    }

    @AfterEach
    void putBack() {
        attack.putBack();
    }

    static List<Trial> trials() {
        return CHOSEN.equals("all")
                ? Trials.all()
                : Stream.of(CHOSEN.split(",")).map(Trials::named).toList();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void everyPromiseIsKept(Trial trial) {
        Finding finding = attack.hold(trial, new Commentary());

        assertThat(finding.broken()).isEmpty();
        assertThat(finding.figures()).isNotEmpty();
    }
}
