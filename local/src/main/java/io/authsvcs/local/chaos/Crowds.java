package io.authsvcs.local.chaos;

import io.authsvcs.local.load.Flood;
import io.authsvcs.local.load.Manners;
import io.authsvcs.local.load.Questions;
import io.authsvcs.local.load.Stretch;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** More clients at once than there are on any other day. */
final class Crowds {
    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final List<Integer> FEW = List.of(32, 128);
    private static final int MANY = 1_000;
    private static final int TIMES = 4;
    private static final int MANY_LOGINS = 200;
    private static final int MANY_WAITING = 2_000;

    private Crowds() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "overload",
                        "a thousand clients validate a token four times as often as they can be served, beside the usual ones",
                        Needs.usual(),
                        Promise.crowded(),
                        Crowds::overload),
                new Trial(
                        "login-flood",
                        "two hundred clients log in as often as they are let, with right and wrong passwords",
                        Needs.usual(),
                        Promise.crowded(),
                        Crowds::logIn),
                new Trial(
                        "stampede",
                        "all instances are stopped by SIGSTOP for a while and go on, and two thousand clients wait for"
                                + " them",
                        Needs.usual(),
                        Promise.toldOrLate(),
                        Crowds::freezeAll));
    }

    private static void overload(Scene scene) {
        Questions validates = Questions.validates(scene.cluster().urls());
        List<Surge> some = FEW.stream()
                .map(clients -> Surge.over(scene, validates, clients, Manners.none(), GLANCE))
                .toList();
        Surge peak = best(some);
        Surge flood = Surge.over(scene, validates, MANY, fourTimes(peak), scene.length());
        scene.expectAllWell();
        scene.figures().add(() -> Overload.goodput(flood, peak));
        Stream.of(
                        Overload.admitted(flood.responses()),
                        Overload.refused(flood.responses()),
                        Overload.others(flood.responses()))
                .forEach(figure -> scene.figures().add(() -> figure));
    }

    /** Of what can be served, all of them together. */
    private static Manners fourTimes(Surge peak) {
        return Manners.every(Duration.ofNanos((long) (MANY * 1e9 / (TIMES * peak.goodput()))));
    }

    private static Surge best(List<Surge> surges) {
        return surges.stream().max(Comparator.comparingDouble(Surge::goodput)).orElseThrow();
    }

    private static void logIn(Scene scene) {
        Questions logins = Questions.logins(scene.cluster().urls());
        Stretch before = scene.figures().stretch();
        scene.hold();
        before.end();
        Surge flood = Surge.over(scene, logins, MANY_LOGINS, Manners.good(), scene.length());
        scene.expectAllWell();
        scene.figures().add(() -> LoginFlood.hashed(flood));
        scene.figures().add(() -> Overload.others(flood.responses()));
        scene.figures().add(() -> LoginFlood.served(flood.users().samples()));
        scene.figures()
                .add(() -> LoginFlood.slowed(before.samples(), flood.users().samples()));
    }

    private static void freezeAll(Scene scene) {
        Questions validates = Questions.validates(scene.cluster().urls());
        List<String> instances = scene.instances();
        try (Flood flood = Flood.begin(scene.cluster().url(), MANY_WAITING, validates, Manners.good())) {
            pass(Stampede.WINDOW.multipliedBy(2));
            Duration frozen = flood.passed();
            instances.forEach(scene.cluster()::freeze);
            instances.forEach(instance -> scene.expectOut(instance, Promise.TRUTH));
            scene.hold();
            Duration thawed = flood.passed();
            instances.forEach(scene.cluster()::thaw);
            scene.expectAllWell();
            Deadline.in(Stampede.WINDOW.multipliedBy(2).minus(flood.passed().minus(thawed)))
                    .await(() -> false);
            Stampede stampede = new Stampede(flood.responses(), frozen, thawed);
            Stream.of(stampede.back(), stampede.goesOn(), stampede.others())
                    .forEach(figure -> scene.figures().add(() -> figure));
        }
    }

    private static void pass(Duration length) {
        Deadline.in(length).await(() -> false);
    }
}
