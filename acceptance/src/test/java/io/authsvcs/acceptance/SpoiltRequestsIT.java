package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.fuzz.Fuzz;
import io.authsvcs.local.fuzz.Newcomers;
import io.authsvcs.local.fuzz.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Some of what {@code authctl fuzz} sends; {@code -Dacceptance.fuzz.requests=100000} sends as much as is promised. */
@ExtendWith(SharedCluster.class)
class SpoiltRequestsIT {
    private static final int REQUESTS = Integer.getInteger("acceptance.fuzz.requests", 200);
    private static final long SEED = Long.getLong("acceptance.fuzz.seed", 5);

    @Test
    void everyAnswerIsInItsFormatAndNobodyDies(Cluster cluster) {
        List<String> running = cluster.running();

        Tally tally = new Fuzz(cluster.url(), new Newcomers(cluster.url(), "no partner's")).run(REQUESTS, SEED);

        assertThat(tally.first()).isEmpty();
        assertThat(tally.requests()).isEqualTo(REQUESTS);
        assertThat(cluster.running()).isEqualTo(running);
    }
}
