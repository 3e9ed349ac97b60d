package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.ground.Newcomer;
import io.authsvcs.local.proxy.Mode;
import java.time.Duration;
import java.util.List;

/** Without PostgreSQL nothing is known, and so nothing is said. */
final class DatabaseOutages {
    private static final String DATABASE = "database";

    private static final Duration OUTAGE = Duration.ofSeconds(5);
    private static final int OUTAGES = 3;

    private DatabaseOutages() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "database-restart",
                        "PostgreSQL is restarted",
                        Needs.usual(),
                        Promise.told(),
                        DatabaseOutages::restart),
                new Trial(
                                "database-outages",
                                "PostgreSQL is stopped, and after a while started again, several times",
                                Needs.usual(),
                                Promise.told(),
                                DatabaseOutages::stopAndStart)
                        .lasting(OUTAGE)
                        .repeated(OUTAGES),
                new Trial(
                        "database-cut",
                        "one instance is cut off from PostgreSQL",
                        Needs.one(Newcomer.WITH_ITS_DATABASE_BEHIND_A_PROXY),
                        Promise.unnoticedButForAHang(),
                        DatabaseOutages::cut));
    }

    private static void restart(Scene scene) {
        scene.cluster().restart(DATABASE);
        scene.expectAllWell();
        scene.hold();
    }

    private static void stopAndStart(Scene scene) {
        String url = scene.cluster().databaseUrl();
        Connected before = Connected.to(url);
        try (KeySetWatch keys = KeySetWatch.of(scene.cluster().urls())) {
            scene.figures().add(keys::figure);
            scene.cluster().stop(DATABASE);
            scene.hold();
            scene.cluster().start(DATABASE);
            scene.expectAllWell();
        }
        scene.figures().add(() -> Connected.to(url).since(before));
    }

    private static void cut(Scene scene) {
        scene.extra().switchTo(new Mode.BlackHole());
        scene.expectOut(scene.extra().name());
        scene.hold();
        scene.extra().switchTo(new Mode.Pass());
        scene.expectAllWell();
    }
}
