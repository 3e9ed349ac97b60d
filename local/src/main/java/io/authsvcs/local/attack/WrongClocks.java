package io.authsvcs.local.attack;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Instances whose clocks are thirty seconds apart, and one that is an hour behind, are asked about each other's tokens. */
final class WrongClocks {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final String OFFSET = "AUTH_CLOCK_OFFSET";
    private static final List<String> OFFSETS = List.of("15s", "-15s", "-1h");
    private static final int ROUNDS = 10;
    private static final Duration LIFETIME = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofSeconds(60);
    private static final Duration BEYOND = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Scene scene;

    private WrongClocks(Scene scene) {
        this.scene = scene;
    }

    static Trial trial() {
        return new Trial(
                "clocks",
                "the clocks of instances are 30 s apart, and another's is an hour behind",
                Needs.usual(),
                scene -> new WrongClocks(scene).figures());
    }

    private List<Figure> figures() {
        List<String> others = OFFSETS.stream().map(this::added).toList();
        Person person = scene.population().active(1).getFirst();
        List<Stranger> instances = Stream.concat(Stream.of(scene.instances().getFirst()), others.stream())
                .map(name -> scene.at(HERE, name))
                .toList();
        try {
            return List.of(fresh(instances, person), late(instances, person), revived(instances, person));
        } finally {
            instances.forEach(Stranger::close);
        }
    }

    private String added(String offset) {
        scene.commentary().say("starts an instance whose clock is off by " + offset);
        return scene.cluster().add(Map.of(OFFSET, offset));
    }

    private Figure fresh(List<Stranger> instances, Person person) {
        scene.commentary().say("shows fresh tokens");
        List<Boolean> believed = IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> instances.stream())
                .map(issuer -> done(issuer.ask(person.login())).text("/token"))
                .flatMap(token -> instances.stream().map(verifier -> isBelieved(verifier, token)))
                .toList();
        return fresh(believed);
    }

    static Figure fresh(List<Boolean> believed) {
        long refused = believed.stream().filter(good -> !good).count();
        return new Figure(
                refused + " of " + believed.size()
                        + " looks at a fresh token, of each instance by each, said that it is" + " invalid",
                "none",
                !believed.isEmpty() && refused == 0);
    }

    private Figure late(List<Stranger> instances, Person person) {
        scene.commentary().say("waits until tokens have ended, and longer");
        List<String> tokens = instances.stream()
                .map(issuer -> done(issuer.ask(brief(person))).text("/token"))
                .toList();
        long end = System.nanoTime() + LIFETIME.toNanos();
        Duration last = Duration.ZERO;
        Deadline deadline = Deadline.in(LIFETIME.plus(LATEST).plus(BEYOND));
        List<Boolean> everBelieved = new ArrayList<>();
        while (!deadline.passed()) {
            boolean believed = tokens.stream()
                    .anyMatch(token -> instances.stream().anyMatch(verifier -> isBelieved(verifier, token)));
            everBelieved.add(believed);
            long late = System.nanoTime() - end;
            if (believed && late > last.toNanos()) {
                last = Duration.ofNanos(late);
            }
            Deadline.in(PAUSE).await(() -> false);
        }
        return late(everBelieved.contains(true), last);
    }

    static Figure late(boolean everBelieved, Duration last) {
        return new Figure(
                "Tokens of " + LIFETIME.toSeconds() + " s were last said to be valid, by any instance, "
                        + Quantities.seconds(last) + " after their end" + (everBelieved ? "" : ", and never before it"),
                "at most " + Quantities.seconds(LATEST),
                everBelieved && last.compareTo(LATEST) <= 0);
    }

    /** What has ended, by time and by a logout, as the one sees it whose clock has jumped back. */
    private Figure revived(List<Stranger> instances, Person person) {
        Stranger right = instances.getFirst();
        Stranger behind = instances.getLast();
        Answer ended = done(right.ask(brief(person)));
        Answer loggedOut = done(right.ask(person.login()));
        done(right.ask(Question.post("/v1/auth/logout", Map.of()).bearing(loggedOut.text("/token"))));
        Deadline.in(LIFETIME.plus(BEYOND)).await(() -> false);
        long revived = Stream.of(ended, loggedOut)
                .flatMap(login -> Stream.of(
                        isBelieved(behind, login.text("/token")),
                        behind.ask(Question.post(
                                        "/v1/auth/refresh", Map.of("refreshToken", login.text("/refreshToken"))))
                                .isDone()))
                .filter(lives -> lives)
                .count();
        return revived(revived);
    }

    static Figure revived(long revived) {
        return new Figure(
                revived + " of 4 tokens that had ended live again where the clock is an hour behind",
                "none",
                revived == 0);
    }

    private static Question brief(Person person) {
        return Question.post(
                "/v1/auth/login",
                Map.of(
                        "email",
                        person.email(),
                        "password",
                        person.password(),
                        "sessionDuration",
                        LIFETIME.toSeconds()));
    }

    private static Answer done(Answer answer) {
        if (!answer.isDone()) {
            throw Fault.failed(
                    "auth-svcs",
                    "A login, or a logout, was answered " + answer + ".",
                    "authctl logs auth-1 shows why: before a clock is tried it has to be done.");
        }
        return answer;
    }

    private static boolean isBelieved(Stranger verifier, String token) {
        return verifier.ask(Question.get("/v1/auth/validate").bearing(token))
                .at("/isValid")
                .asBoolean(false);
    }
}
