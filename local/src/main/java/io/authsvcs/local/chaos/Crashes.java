package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.load.Stretch;
import java.util.List;

/** Instances that die, or stop. */
final class Crashes {
    private Crashes() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "kill",
                        "an instance dies by kill -9, and is started again",
                        Needs.usual(),
                        Promise.unnoticed(),
                        Crashes::kill),
                new Trial(
                        "freeze",
                        "an instance is stopped by SIGSTOP for a while, and goes on",
                        Needs.usual(),
                        Promise.unnoticedButForAHang(),
                        Crashes::freeze),
                new Trial(
                        "all-killed",
                        "all instances die by kill -9, then one comes back, then the others",
                        Needs.usual(),
                        Promise.told(),
                        Crashes::killAll));
    }

    private static void kill(Scene scene) {
        scene.cluster().kill(scene.victim());
        scene.expectDead(scene.victim());
        scene.expectOut(scene.victim());
        scene.hold();
        scene.cluster().start(scene.victim());
        scene.expectAllWell();
    }

    private static void freeze(Scene scene) {
        scene.cluster().freeze(scene.victim());
        scene.expectOut(scene.victim(), Promise.OUT);
        scene.hold();
        scene.cluster().thaw(scene.victim());
        scene.expectAllWell();
    }

    private static void killAll(Scene scene) {
        List<String> instances = scene.instances();
        instances.forEach(scene.cluster()::kill);
        Stretch nobody = scene.figures().stretchIn(Absence.KNOWN);
        instances.forEach(scene::expectOut);
        scene.hold();
        nobody.end();
        scene.cluster().start(scene.victim());
        Stretch somebody = scene.figures().stretchIn(Absence.OVER);
        instances.forEach(scene.cluster()::start);
        scene.expectAllWell();
        somebody.end();
        scene.figures().add(() -> Absence.told(nobody.samples()));
        scene.figures().add(() -> Absence.quick(nobody.samples()));
        scene.figures().add(() -> Absence.over(somebody.samples()));
    }
}
