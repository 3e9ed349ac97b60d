package io.authsvcs.local;

import io.authsvcs.local.application.Workshop;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.process.Folders;
import io.authsvcs.local.process.Interruption;
import java.nio.file.Path;

/**
 * A small cluster, started and stopped once, in which the virtual machines learn what a start needs (JEP 483, 514):
 * each of their later starts costs half. It is held when an application was built anew.
 */
record Rehearsal(Workshop workshop, Progress progress) {
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
        cluster.down();
    }
}
