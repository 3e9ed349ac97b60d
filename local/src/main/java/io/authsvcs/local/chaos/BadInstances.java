package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.ground.Newcomer;
import io.authsvcs.local.proxy.Mode;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.List;

/** One instance more, which runs and is registered, and can't be relied on. */
final class BadInstances {
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final long HALF = 120;

    private BadInstances() {}

    static List<Trial> trials() {
        return List.of(
                trial("errors", "an instance answers 500 to everything", Promise.unnoticed(), new Mode.Fail()),
                trial("slow", "an instance answers after 3 s", Promise.unnoticedButForAHang(), new Mode.Delay(LATE)),
                trial(
                        "hang",
                        "an instance accepts connections and never answers",
                        Promise.unnoticedButForAHang(),
                        new Mode.Hang()),
                trial("half", "an instance sends half a response", Promise.unnoticed(), new Mode.CutAnswer(HALF)),
                trial(
                        "network",
                        "the network between the gateway and an instance is cut",
                        Promise.unnoticedButForAHang(),
                        new Mode.BlackHole()));
    }

    private static Trial trial(String name, String does, Promise promise, Mode mode) {
        return new Trial(name, does, Needs.one(Newcomer.BEHIND_A_PROXY), promise, scene -> spoil(scene, mode));
    }

    private static void spoil(Scene scene, Mode mode) {
        Attempts before = Attempts.in(scene.cluster());
        scene.extra().switchTo(mode);
        scene.expectOut(scene.extra().name());
        scene.hold();
        Figure retries = Attempts.in(scene.cluster()).since(before);
        scene.figures().add(() -> retries);
        scene.extra().switchTo(new Mode.Pass());
        scene.expectAllWell();
    }
}
