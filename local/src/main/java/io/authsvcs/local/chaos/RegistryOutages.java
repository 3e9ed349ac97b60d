package io.authsvcs.local.chaos;

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

    private static void restart(Scene scene) {
        scene.cluster().restart(REGISTRY);
        scene.expectAllWell();
        scene.hold();
    }
}
