package io.authsvcs.local.attack;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Crowd;
import io.authsvcs.local.load.Flood;
import io.authsvcs.local.load.Load;
import io.authsvcs.local.load.Manners;
import io.authsvcs.local.load.Plan;
import io.authsvcs.local.load.Questions;
import io.authsvcs.local.load.Ranks;
import io.authsvcs.local.load.Responses;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Clients that take their time, bodies that are too large, and more logins than can be hashed, all at once. */
final class Slowness {
    private static final int BODIES = 10;
    private static final int LOGINS = 4;
    private static final Duration LENGTH = Duration.ofMinutes(1);
    private static final Duration MOST_AGE = Duration.ofSeconds(30);
    /** Each is looked at once a second. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration TIDY = Duration.ofSeconds(40);
    private static final int PRACTICE_SECONDS = 30;
    private static final int PRACTICE_LOGINS = 4;
    private static final int LEAST_RATE = 50;
    private static final double LEAST_SERVED = 0.999;

    private final Scene scene;

    private Slowness(Scene scene) {
        this.scene = scene;
    }

    static Trial trial() {
        return new Trial(
                "slow-clients",
                "two thousand clients send a byte a second, two hundred bodies of 10 MB come, and five hundred clients log"
                        + " in at once",
                Needs.usual(),
                scene -> new Slowness(scene).figures());
    }

    private List<Figure> figures() {
        practise();
        List<Figure> figures = new ArrayList<>();
        int clients = scene.terms().clients();
        URI gateway = scene.cluster().url();
        Questions logins = Questions.logins(scene.cluster().urls());
        String token;
        try (Stranger friend = scene.friend()) {
            token = login(friend);
        }
        Gauges gauges = Gauges.begin(scene.cluster());
        Slowpokes slowpokes = Slowpokes.begin(gateway, clients);
        Queue<LargeBody> bodies = new ConcurrentLinkedQueue<>();
        Queue<Ordinary> ordinary = new ConcurrentLinkedQueue<>();
        Flood flood = Flood.begin(gateway, Math.max(1, clients / LOGINS), logins, Manners.good());
        try (gauges;
                slowpokes;
                flood;
                Background _ = Background.begin(senders(gateway, bodies));
                Background one = Background.begin(turn -> validate(token, turn, ordinary))) {
            one.await(
                    LENGTH,
                    left -> scene.commentary()
                            .say(clients + " slow clients, for " + left.toSeconds() + " s; bodies refused: "
                                    + bodies.size() + ", ordinary requests: " + ordinary.size()));
        }
        figures.add(ages(slowpokes.ages()));
        figures.add(refused(List.copyOf(bodies)));
        figures.add(logins(flood.responses()));
        figures.add(served(List.copyOf(ordinary)));
        gauges.usages().forEach(usage -> figures.add(usage.memory()));
        figures.addAll(descriptors(gauges));
        return figures;
    }

    /** What has just started has not yet taken what it always takes. */
    private void practise() {
        scene.commentary().say("practises, until memory is what it usually is");
        int rate = Math.max(LEAST_RATE, scene.terms().rate());
        Plan plan = Plan.of(scene.cluster().urls(), rate, scene.terms().seed())
                .withLogins(PRACTICE_LOGINS)
                .withWarmUp(rate * PRACTICE_SECONDS);
        try (Load load = Load.begin(plan, Crowd.gather(plan), new Tally(Allowance.UNAVAILABILITY))) {
            load.awaitWarm();
        }
    }

    private List<Consumer<Background.Turn>> senders(URI gateway, Queue<LargeBody> bodies) {
        return IntStream.range(0, Math.max(2, scene.terms().clients() / BODIES))
                .<Consumer<Background.Turn>>mapToObj(
                        number -> turn -> bodies.add(LargeBody.send(gateway, number % 2 == 0)))
                .toList();
    }

    record Ordinary(boolean isServed, Duration after) {}

    private static String login(Stranger friend) {
        Answer registered = friend.ask(Person.any().registration());
        if (!registered.isDone()) {
            throw Fault.failed(
                    "auth-svcs", "An ordinary client could not register: " + registered, "Look at authctl status.");
        }
        return registered.text("/result/token");
    }

    private void validate(String token, Background.Turn turn, Queue<Ordinary> ordinary) {
        try (Stranger friend = scene.friend()) {
            while (turn.goesOn()) {
                long begin = System.nanoTime();
                Answer answer = friend.ask(Question.get("/v1/auth/validate").bearing(token));
                ordinary.add(new Ordinary(
                        answer.at("/result/isValid").asBoolean(false), Duration.ofNanos(System.nanoTime() - begin)));
                turn.pause(PACE);
            }
        }
    }

    static Figure ages(List<Duration> ages) {
        Duration oldest = ages.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return new Figure(
                ages.size() + " connections of slow clients became at most " + Quantities.seconds(oldest) + " old",
                "at most " + Quantities.seconds(MOST_AGE) + ", and up to " + Quantities.seconds(LATE)
                        + " until that is noticed",
                !ages.isEmpty() && oldest.compareTo(MOST_AGE.plus(LATE)) <= 0);
    }

    static Figure refused(List<LargeBody> bodies) {
        long inTime = bodies.stream().filter(LargeBody::isRefusedInTime).count();
        int announced = most(bodies, true);
        int unannounced = most(bodies, false);
        return new Figure(
                inTime + " of " + bodies.size() + " bodies of 10 MB were refused in time; where their length was said,"
                        + " after at most " + announced + " bytes of them, else after at most " + unannounced,
                "all of them, before they are read",
                !bodies.isEmpty() && inTime == bodies.size());
    }

    private static int most(List<LargeBody> bodies, boolean announced) {
        return bodies.stream()
                .filter(body -> body.announced() == announced)
                .mapToInt(LargeBody::sent)
                .max()
                .orElse(0);
    }

    private static Figure logins(Responses responses) {
        Responses others = responses.others();
        return new Figure(
                responses.size() + " logins were answered " + responses.byStatus(),
                "by 200, 401, or 503 with Retry-After",
                responses.size() > 0 && others.size() == 0);
    }

    static Figure served(List<Ordinary> ordinary) {
        long served = ordinary.stream().filter(Ordinary::isServed).count();
        Duration late = Ranks.percentile(ordinary.stream().map(Ordinary::after), 99);
        return new Figure(
                served + " of " + ordinary.size() + " validates of an ordinary client were served, 99 % of all within "
                        + Quantities.milliseconds(late),
                "at least " + Quantities.percent(LEAST_SERVED),
                !ordinary.isEmpty() && served >= LEAST_SERVED * ordinary.size());
    }

    /** Connections that were closed are gone after a while. */
    private List<Figure> descriptors(Gauges gauges) {
        scene.commentary().say("waits until all have left");
        Deadline.in(TIDY).await(() -> figuresOf(gauges).stream().allMatch(Figure::isKept));
        return figuresOf(gauges);
    }

    private static List<Figure> figuresOf(Gauges gauges) {
        Map<String, Usage.Amount> after = gauges.amounts();
        return gauges.usages().stream()
                .map(usage -> usage.descriptors(after.getOrDefault(usage.process(), new Usage.Amount(0, 0))))
                .toList();
    }
}
