package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import java.util.List;

/** Those that somebody who runs a cluster causes on an ordinary day. */
final class Departures {
    private static final int MANY = 4;

    private Departures() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "rolling-restart",
                        "every instance is restarted, one after the other",
                        Needs.usual(),
                        Promise.unnoticed(),
                        Departures::restartInstances),
                new Trial(
                        "rolling-gateways",
                        "two gateways are restarted, one after the other, under clients that know both",
                        Needs.twoGateways(),
                        Promise.unnoticed(),
                        Departures::restartGateways),
                new Trial(
                        "scale",
                        "one instance becomes four, and four become one",
                        Needs.usual(),
                        Promise.unnoticed(),
                        Departures::scale),
                new Trial(
                        "drain",
                        "an instance is drained, and comes back",
                        Needs.usual(),
                        Promise.unnoticed(),
                        Departures::drain),
                new Trial(
                        "sigterm",
                        "an instance is told to leave, and is started again",
                        Needs.usual(),
                        Promise.unnoticed(),
                        Departures::stop));
    }

    private static void restartInstances(Scene scene) {
        scene.instances().forEach(scene.cluster()::restart);
        scene.expectAllWell();
    }

    private static void restartGateways(Scene scene) {
        scene.gateways().forEach(scene.cluster()::restart);
        scene.expectAllWell();
    }

    private static void scale(Scene scene) {
        int before = scene.instances().size();
        scene.cluster().scale(1);
        scene.cluster().scale(MANY);
        scene.expectAllWell();
        scene.cluster().scale(1);
        scene.expectAllWell();
        scene.cluster().scale(before);
    }

    private static void drain(Scene scene) {
        scene.cluster().drain(scene.victim());
        scene.expectDraining(scene.victim());
        scene.hold();
        scene.cluster().undrain(scene.victim());
        scene.expectAllWell();
    }

    private static void stop(Scene scene) {
        scene.cluster().stop(scene.victim());
        scene.expectOut(scene.victim());
        scene.hold();
        scene.cluster().start(scene.victim());
        scene.expectAllWell();
    }
}
