package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import java.time.Duration;
import java.util.List;

/** A registry is needed to find newcomers, and for nothing else. */
final class RegistryOutages {
    private static final String REGISTRY = "registry";
    private static final Duration LONG = Duration.ofMinutes(1);

    private RegistryOutages() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "registry-killed",
                        "the registry dies by kill -9, and is started again",
                        Needs.usual(),
                        Promise.unnoticed(),
                        RegistryOutages::killAndStart),
                new Trial(
                        "registry-empty",
                        "the registry is restarted, and knows nobody",
                        Needs.usual(),
                        Promise.unnoticed(),
                        RegistryOutages::restart),
                new Trial(
                                "registry-away",
                                "the registry is away for a minute",
                                Needs.usual(),
                                Promise.unnoticed(),
                                RegistryOutages::killAndStart)
                        .lasting(LONG),
                new Trial(
                        "registry-away-restart",
                        "while the registry is away, two gateways are restarted, one after the other, under clients that"
                                + " know both",
                        Needs.twoGateways(),
                        Promise.unnoticed(),
                        RegistryOutages::restartGatewaysWithoutIt),
                new Trial(
                        "registry-peer",
                        "one of two registries dies by kill -9, and is started again",
                        Needs.twoRegistries(),
                        Promise.unnoticed(),
                        RegistryOutages::killAndStart));
    }

    private static void killAndStart(Scene scene) {
        scene.cluster().kill(REGISTRY);
        scene.expectDead(REGISTRY);
        scene.hold();
        scene.cluster().start(REGISTRY);
        scene.expectAllWell();
    }

    /** Each serves from the list that it has kept. */
    private static void restartGatewaysWithoutIt(Scene scene) {
        List<String> registries = scene.registries();
        registries.forEach(scene.cluster()::kill);
        registries.forEach(scene::expectDead);
        scene.gateways().forEach(scene.cluster()::restart);
        scene.expectInstancesWell();
        registries.forEach(scene.cluster()::start);
        scene.expectAllWell();
    }

    private static void restart(Scene scene) {
        scene.cluster().restart(REGISTRY);
        scene.expectAllWell();
        scene.hold();
    }
}
