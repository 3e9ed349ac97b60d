package io.authsvcs.local.attack;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Ground;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Holds trials on a cluster that runs, one at a time. */
public final class Attack {
    private final Cluster cluster;
    private final Terms terms;
    private final Ground ground;
    private final Vault vault = new Vault();
    private final Networks networks;

    public Attack(Cluster cluster, Terms terms) {
        this.cluster = cluster;
        this.terms = terms;
        this.ground = new Ground(cluster);
        this.networks = new Networks(new Random());
        cluster.secrets().values().forEach(vault::keep);
    }

    /**
     * The cluster has what the trial needs when it begins, and is whole when it has ended; else that is what was found.
     * What its processes have written is searched before they are tidied up, and with them their logs.
     */
    public Finding hold(Trial trial, Commentary commentary) {
        Finding finding = found(trial, commentary);
        try {
            ground.tidy();
            return finding;
        } catch (Fault fault) {
            return finding.andBroken("The cluster could not be made whole: " + fault.sentence());
        }
    }

    /** The cluster is as it was before the first trial; also when one was interrupted. */
    public void putBack() {
        ground.putBack();
    }

    private Finding found(Trial trial, Commentary commentary) {
        long begin = System.nanoTime();
        try {
            commentary.say("prepares the cluster");
            var _ = ground.prepare(trial.needs().apply(terms));
            List<Figure> figures = trial.act().in(new Scene(cluster, terms, vault, networks, commentary));
            commentary.say("searches what was written");
            return Finding.of(
                    trial,
                    since(begin),
                    Stream.concat(figures.stream(), Stream.of(Leaks.inWritings(cluster, vault)))
                            .toList());
        } catch (Fault fault) {
            return Finding.unheld(trial, since(begin), fault.sentence());
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
