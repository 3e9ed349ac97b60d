package io.authsvcs.local.chaos;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.ground.Newcomer;
import io.authsvcs.local.nemesis.Acknowledged;
import io.authsvcs.local.nemesis.Nemesis;
import io.authsvcs.local.nemesis.Onslaught;
import io.authsvcs.local.nemesis.Outcome;
import io.authsvcs.local.nemesis.Prey;
import io.authsvcs.local.nemesis.Score;
import io.authsvcs.local.nemesis.Shares;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.proxy.Mode;
import io.authsvcs.local.proxy.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What an instance has done and could not tell is not done again, and who asked is told nevertheless. */
final class LostAnswers {
    private static final List<String> WRITES =
            List.of("POST /v1/auth/register", "POST /v1/auth/login", "POST /v1/auth/refresh", "PUT /v1/auth/password");
    /** An answer with tokens is longer. */
    private static final int LONGEST_BEGINNING = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LostAnswers() {}

    static List<Trial> trials() {
        return List.of(new Trial(
                "cut-answers",
                "an instance does what it is asked for, and its answers to writes are cut",
                Needs.one(Newcomer.BEHIND_A_PROXY),
                Promise.unnoticed(),
                LostAnswers::cut));
    }

    private static void cut(Scene scene) {
        Outcome outcome = underCuts(scene);
        scene.extra().switchTo(new Mode.Pass());
        outcome.broken().forEach(scene.sights()::complain);
        Acknowledged operations = outcome.operations();
        if (operations.unknown() + outcome.repeated() > 0) {
            scene.sights()
                    .complain(operations.unknown() + " writes had no outcome for their clients beside "
                            + operations.acknowledged() + " that had, and " + outcome.repeated()
                            + " requests had to be sent again.");
        }
        scene.expectAllWell();
    }

    /** Whom the nemesis hits here is the proxy: it cuts at another place then, and the next hit waits for a cut. */
    private static Outcome underCuts(Scene scene) {
        Proxy proxy = scene.extra().proxy().orElseThrow();
        Score score = new Score();
        Random random = new Random(scene.terms().seed());
        Prey prey = new Prey(
                () -> List.of(scene.extra().name()),
                _ -> proxy.switchTo(new Mode.CutAnswersTo(WRITES, random.nextInt(LONGEST_BEGINNING))),
                _ -> awaitCut(proxy, score.glance().kills()));
        return new Nemesis(onslaught(scene), prey, scene.cluster().urls(), Audited.in(scene.cluster()), score)
                .unleash();
    }

    private static Onslaught onslaught(Scene scene) {
        int many = scene.terms().operations();
        return new Onslaught(
                many,
                many,
                Shares.EVEN,
                scene.terms().seed(),
                scene.cluster().journal("cut-answers-" + UUID.randomUUID()));
    }

    private static void awaitCut(Proxy proxy, long count) {
        if (!Deadline.in(PATIENCE).await(() -> proxy.cut() >= count)) {
            throw Fault.failed(
                    "cluster",
                    "Only " + proxy.cut() + " answers came through the proxy to be cut, and " + count + " were due.",
                    "authctl logs gateway shows why it asks the instance behind it no more.");
        }
    }
}
