package io.authsvcs.local.chaos;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Extra;
import io.authsvcs.local.ground.Ground;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.nemesis.Nemesis;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.nemesis.Prey;
import io.authsvcs.local.nemesis.Score;
import java.util.List;
import java.util.Optional;

/** Holds trials on a cluster that runs, one at a time. */
public final class Chaos {
    private static final String LOGIN = "login";

    private final Cluster cluster;
    private final Terms terms;
    private final Ground ground;

    public Chaos(Cluster cluster, Terms terms) {
        this.cluster = cluster;
        this.terms = terms;
        this.ground = new Ground(cluster);
    }

    /**
     * Lets the load run until the cluster has got used to it. What has just started takes its time for everything, and it
     * may all have been started for this trial, or by the one before.
     */
    public Practice practise(Trial trial, Spectator spectator) {
        var _ = ground.prepare(trial.needs().withoutNewcomer());
        Stage stage = stage();
        return Practice.under(terms.plan(stage.gateways()), spectator);
    }

    /** The cluster has what the trial needs when it begins, and is whole when it has ended; else that is what was found. */
    public Finding hold(Trial trial, Spectator spectator) {
        Finding finding = found(trial, spectator);
        try {
            ground.tidy();
            return finding;
        } catch (Fault fault) {
            return finding.andBroken("The cluster could not be made whole: " + fault.sentence());
        }
    }

    /** The cluster is whole when it begins, and when it has ended; it can't be held at all by one that is not. */
    public Outcome unleash(Onslaught onslaught, Score score) {
        var _ = ground.prepare(Needs.usual());
        try {
            return new Nemesis(onslaught, Prey.of(cluster), cluster.urls(), Audited.in(cluster), score).unleash();
        } finally {
            ground.tidy();
        }
    }

    private Finding found(Trial trial, Spectator spectator) {
        try {
            Optional<Extra> extra = ground.prepare(trial.needs());
            Stage stage = stage();
            Experiment experiment = new Experiment(stage, terms.plan(stage.gateways()), spectator);
            Promise promise = terms.of(trial.promise());
            int times = terms.times().orElse(trial.times());
            return Finding.of(trial, promise, experiment.hold(promise, times, notes -> act(trial, extra, notes)));
        } catch (Fault fault) {
            return Finding.unheld(trial, fault.sentence());
        }
    }

    /** The cluster is as it was before the first trial; also when one was interrupted. */
    public void putBack() {
        ground.putBack();
    }

    private Stage stage() {
        return new Stage(cluster.urls(), cluster::status, this::logins);
    }

    private long logins(List<String> users) {
        Audited audited = Audited.in(cluster);
        return users.stream()
                .mapToLong(user -> audited.effects(user).getOrDefault(LOGIN, 0L))
                .sum();
    }

    private void act(Trial trial, Optional<Extra> extra, Notes notes) {
        trial.act().in(new Scene(cluster, extra, notes, terms, terms.length().orElse(trial.length())));
    }
}
