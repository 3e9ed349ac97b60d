package io.authsvcs.local.chaos;

import io.authsvcs.local.Address;
import io.authsvcs.local.Cluster;
import io.authsvcs.local.Specification;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.ground.Newcomer;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.nemesis.Keepsakes;
import java.net.URI;
import java.util.List;

/** Everybody dies at the same moment, and what was decided before still holds. */
final class Blackouts {
    private Blackouts() {}

    static List<Trial> trials() {
        return List.of(new Trial(
                "all-at-once",
                "every process dies by kill -9 at once, PostgreSQL by its immediate stop, and all are started again",
                Needs.one(Newcomer.WHERE_ADDRESSES_ARE_PROVED),
                Promise.survived(),
                Blackouts::endAll));
    }

    private static void endAll(Scene scene) {
        Cluster cluster = scene.cluster();
        Address extra = cluster.member(scene.extra().name());
        URI door = URI.create("http://" + extra.host() + ":" + extra.port());
        try (Caller caller = new Caller(cluster.urls());
                Caller direct = new Caller(List.of(door))) {
            Keepsakes keepsakes = Keepsakes.leave(caller, direct, cluster.mail());
            cluster.names().parallelStream().forEach(cluster::crash);
            cluster.up(cluster.specification().orElseGet(Specification::standard));
            scene.expectAllWell();
            keepsakes.lost(caller).forEach(scene.sights()::complain);
        }
    }
}
