package io.authsvcs.local.bench;

import java.util.List;
import java.util.function.Consumer;

/** Validates through one gateway, by how many instances there are: on one machine, what each costs and not how many more. */
record Scaling(OwnCluster cluster, Round round, WarmingUp warmingUp, Consumer<String> commentary) {
    private static final List<Integer> COUNTS = List.of(1, 2, 4, 8);
    private static final int USUAL = 2;

    Measured after(Measured measured) {
        Measured grown = measured;
        for (int count : COUNTS) {
            commentary.accept("has " + count + " instances");
            cluster.scale(count);
            grown = with(count, grown);
        }
        cluster.scale(USUAL);
        return grown;
    }

    private Measured with(int count, Measured measured) {
        Peer asking = cluster.validates(Scale.peer(count), "validate through the gateway, which has " + count, count);
        Measured grown = measured.with(warmingUp.of(asking));
        for (int number = 0; number < round.terms().rounds(); number++) {
            grown = grown.saturated(asking, round.saturate(asking));
        }
        return grown.with(new Scale(count, new Statements(cluster.database(), round).of(asking)));
    }
}
