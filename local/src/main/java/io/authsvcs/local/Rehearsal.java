package io.authsvcs.local;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Crowd;
import io.authsvcs.local.load.Load;
import io.authsvcs.local.load.Plan;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Interruption;
import java.nio.file.Path;

/**
 * A small cluster, started and stopped once, in which the virtual machines learn what a start needs (JEP 483, 514):
 * each of their later starts costs half. It is held when an application was built anew.
 */
record Rehearsal(Workshop workshop, Progress progress) {
    /** So many that the optimizing compiler takes up what serves them: what it never saw, it learns anew in each life. */
    private static final int REQUESTS = 20_000;

    private static final int RATE = 1_000;
    private static final long SEED = 1;
    private static final String STEP = "learn how to start quickly (once for each build)";

    /** Nothing depends on it but time: when it fails, the real start shows why, or works. */
    void hold() {
        progress.begin(STEP);
        Path folder = Folders.createBeside(workshop.folder().resolve("rehearsal"));
        try (Cluster cluster = new Cluster(new Home(folder), workshop, Life.REHEARSAL, Progress.silent())) {
            Interruption.metWith(cluster::abandon, () -> play(cluster));
            progress.end(STEP);
        } catch (Fault failed) {
            progress.say("Starts stay slow: " + failed.sentence());
        } finally {
            Folders.delete(folder);
        }
    }

    private static void play(Cluster cluster) {
        cluster.up(Specification.anyPort().withAuthInstances(1));
        cluster.demoLogin();
        practise(cluster);
        cluster.down();
    }

    /** What is called often here is compiled soon in every later start (JEP 515), when clients may come all at once. */
    private static void practise(Cluster cluster) {
        Plan plan = Plan.of(cluster.urls(), RATE, SEED).withWarmUp(REQUESTS);
        try (Load load = Load.begin(plan, Crowd.gather(plan), new Tally(Allowance.NOTHING))) {
            load.awaitWarm();
        }
    }
}
