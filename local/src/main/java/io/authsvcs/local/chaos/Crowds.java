package io.authsvcs.local.chaos;

import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.load.Flood;
import io.authsvcs.local.load.Manners;
import io.authsvcs.local.load.Questions;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.process.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** More clients at once than there are on any other day. */
final class Crowds {
    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final int SOME = 32;
    private static final List<Integer> FEW = List.of(SOME, 128);
    private static final int MANY = 1_000;
    private static final int TIMES = 4;
    private static final int FEW_LOGINS = 8;
    private static final int MANY_LOGINS = 200;
    private static final int MANY_WAITING = 2_000;
    private static final int ROUNDS = 3;
    private static final int LEAST_TRIES = 3;
    private static final int MOST_TRIES = 8;
    private static final double RISE = 1.05;
    private static final Comparator<Surge> BY_GOODPUT = Comparator.comparingDouble(Surge::goodput);

    private Crowds() {}

    static List<Trial> trials() {
        return List.of(
                new Trial(
                        "overload",
                        "a thousand clients validate a token as often as they can be served, then twice and four times as often, beside"
                                + " the usual ones",
                        Needs.usual(),
                        Promise.crowded(),
                        Crowds::overload),
                new Trial(
                        "login-flood",
                        "two hundred clients log in four times as often as can be hashed, with right and wrong passwords, while"
                                + " tokens are validated half as often as can be",
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
        FEW.forEach(clients -> steady(scene, validates, clients));
        // Refusals, too, are slow at first.
        steady(() -> round(scene, validates, GLANCE).overload());
        List<Round> rounds = Stream.generate(() -> round(scene, validates, scene.length()))
                .limit(ROUNDS)
                .toList();
        scene.expectAllWell();
        Responses overloads =
                rounds.stream().map(round -> round.overload().responses()).reduce(Responses.none(), Responses::and);
        scene.figures().add(() -> Overload.goodput(rounds));
        Stream.of(Overload.admitted(overloads), Overload.refused(overloads), Overload.others(overloads))
                .forEach(figure -> scene.figures().add(() -> figure));
    }

    /** As often as can be served by the look of a few clients, twice as often, and then for a while four times. */
    private static Round round(Scene scene, Questions validates, Duration length) {
        double most = FEW.stream()
                .map(clients -> asFastAsTheyCan(scene, validates, clients))
                .mapToDouble(Surge::goodput)
                .max()
                .orElseThrow();
        return new Round(List.of(
                Surge.over(scene, validates, MANY, Manners.every(interval(most, MANY)), GLANCE),
                Surge.over(scene, validates, MANY, Manners.every(interval(2 * most, MANY)), GLANCE),
                Surge.over(scene, validates, MANY, fourTimes(most, MANY), length)));
    }

    /** Of what can be served, by all of them together. */
    private static Manners fourTimes(double aSecond, int clients) {
        return Manners.every(interval(TIMES * aSecond, clients));
    }

    /** Of a rate that was measured; where nobody was served, all of them together ask once a second. */
    private static Duration interval(double aSecond, int clients) {
        return Duration.ofNanos((long) (clients * 1e9 / Math.max(aSecond, 1)));
    }

    /** The best of several, until it hardly rises: processes that are still getting quick have no peak yet. */
    private static Surge steady(Scene scene, Questions questions, int clients) {
        return steady(() -> asFastAsTheyCan(scene, questions, clients));
    }

    private static Surge steady(Supplier<Surge> surge) {
        Surge best = surge.get();
        boolean rises = true;
        for (int attempt = 2; attempt <= LEAST_TRIES || (rises && attempt <= MOST_TRIES); attempt++) {
            Surge next = surge.get();
            rises = next.goodput() > RISE * best.goodput();
            best = BinaryOperator.maxBy(BY_GOODPUT).apply(best, next);
        }
        return best;
    }

    private static Surge asFastAsTheyCan(Scene scene, Questions questions, int clients) {
        return Surge.over(scene, questions, clients, Manners.none(), GLANCE);
    }

    /** Each is asked as often as it can be alone: the tokens half of that, the logins four times. */
    private static void logIn(Scene scene) {
        Questions validates = Questions.validates(scene.cluster().urls());
        Questions logins = Questions.logins(scene.cluster().urls());
        double valid = alone(scene, validates, SOME);
        double hashed = alone(scene, logins, FEW_LOGINS);
        Manners calmly = Manners.every(interval(valid / 2, SOME));
        try (Flood others = Flood.begin(scene.cluster().url(), SOME, validates, calmly)) {
            pass(Surge.RISE);
            Duration calm = others.passed();
            scene.hold();
            Duration flooded = others.passed();
            Surge flood = Surge.over(scene, logins, MANY_LOGINS, fourTimes(hashed, MANY_LOGINS), scene.length());
            Duration over = others.passed();
            scene.expectAllWell();
            Responses before = others.responses().between(calm, flooded);
            Responses meanwhile = others.responses().between(flooded, over);
            Stream.of(
                            LoginFlood.hashed(flood),
                            Overload.others(flood.responses()),
                            LoginFlood.served(meanwhile),
                            LoginFlood.slowed(before, meanwhile))
                    .forEach(figure -> scene.figures().add(() -> figure));
        }
    }

    /** How many are served in a second. */
    private static double alone(Scene scene, Questions questions, int clients) {
        Surge surge = steady(scene, questions, clients);
        return surge.aSecond(surge.responses().served().size());
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
