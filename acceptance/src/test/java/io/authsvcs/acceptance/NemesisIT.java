package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.chaos.Chaos;
import io.authsvcs.local.chaos.Terms;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.nemesis.Score;
import io.authsvcs.local.nemesis.Shares;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Some processes die under some writes; authctl chaos nemesis kills a hundred under fifty thousand. */
@ExtendWith(SharedCluster.class)
class NemesisIT {
    private static final int KILLS = Integer.getInteger("acceptance.nemesis.kills", 4);
    private static final int OPERATIONS = Integer.getInteger("acceptance.nemesis.operations", 160);
    /** By which each kind of process dies. */
    private static final long SEED = 9;

    private final Cluster cluster;
    private final Chaos chaos;

    NemesisIT(Cluster cluster) {
        this.cluster = cluster;
        this.chaos = new Chaos(cluster, Terms.usual(SEED));
    }

    @AfterEach
    void putBack() {
        chaos.putBack();
    }

    @Test
    void whatWasAcknowledgedStaysWhoeverDies() {
        Onslaught onslaught =
                new Onslaught(KILLS, OPERATIONS, Shares.CHEAP, SEED, cluster.journal("nemesis-" + UUID.randomUUID()));

        Outcome outcome = chaos.unleash(onslaught, new Score());

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.kills()).isEqualTo(KILLS);
        assertThat(outcome.operations().acknowledged()).isGreaterThanOrEqualTo(OPERATIONS);
    }
}
