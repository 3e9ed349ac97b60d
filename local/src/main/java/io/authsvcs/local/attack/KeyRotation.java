package io.authsvcs.local.attack;

import io.authsvcs.local.Settings;
import io.authsvcs.local.administration.SigningKey;
import io.authsvcs.local.administration.SigningKeys;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.database.DatabaseUrl;
import io.authsvcs.local.database.Scans;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Count;
import io.authsvcs.local.load.Crowd;
import io.authsvcs.local.load.Load;
import io.authsvcs.local.load.Plan;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The signing keys are replaced again and again, while others verify tokens by the published ones alone. */
final class KeyRotation {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration SHORTEST_AHEAD = Duration.ofSeconds(8);
    private static final int AHEAD = 3;
    private static final Duration BETWEEN_LOGINS = Duration.ofMillis(500);
    private static final Duration BETWEEN_STRANGE_TOKENS = Duration.ofMillis(40);
    private static final Duration READ_FOR = Duration.ofSeconds(30);
    /** A session of the database tells what it has read a second late. */
    private static final Duration TOLD = Duration.ofSeconds(12);

    private static final double MOST_MORE_READ = 1.5;
    private static final Duration REFUSED = Duration.ofSeconds(5);
    private static final int LOGINS = 2;
    private static final int PATIENCE = 3;

    private final Scene scene;
    private final Random random;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Map<OfflineVerifier.Verdict, Integer> verdicts = new ConcurrentHashMap<>();

    private KeyRotation(Scene scene) {
        this.scene = scene;
        this.random = new Random(scene.terms().seed());
    }

    static Trial trial() {
        return new Trial(
                "rotation",
                "the signing keys are rotated ten times under load, tokens of unknown keys are shown, and a key is revoked"
                        + " (whose tokens end with it)",
                KeyRotation::needs,
                scene -> new KeyRotation(scene).figures());
    }

    /** A key is published for a third of the time until the next: it has to sign for a while. */
    private static Needs needs(Terms terms) {
        Duration third = terms.every().dividedBy(AHEAD);
        Duration ahead = third.compareTo(SHORTEST_AHEAD) < 0 ? SHORTEST_AHEAD : third;
        return Needs.usual().with(new Settings(Map.of("AUTH_TOKEN_PUBLISHAHEAD", ahead.toSeconds() + "s")));
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(rotated());
        figures.add(unknownKeys());
        figures.add(revoked());
        return figures;
    }

    private List<Figure> rotated() {
        Plan plan = Plan.of(
                        scene.cluster().urls(),
                        Math.max(1, scene.terms().rate()),
                        scene.terms().seed())
                .withLogins(LOGINS);
        Tally tally = new Tally(Allowance.NOTHING);
        Person person = scene.population().active(1).getFirst();
        try (Stranger fetcher = scene.friend();
                Stranger asker = scene.friend()) {
            OfflineVerifier verifier = new OfflineVerifier(fetcher::ask, InstantSource.system());
            Load load = Load.begin(plan, Crowd.gather(plan), tally);
            try (load;
                    Background _ = Background.begin(turn -> logIn(person, verifier, turn))) {
                load.awaitWarm();
                rotate();
            }
            long refused = tokens.stream()
                    .filter(token -> !asker.ask(
                                    Question.get("/v1/auth/validate").bearing(token))
                            .at("/result/isValid")
                            .asBoolean(false))
                    .count();
            tokens.forEach(token -> note(verifier.verify(token)));
            return List.of(
                    rotations(scene.terms().rotations(), kids()),
                    verified(verdicts, verifier.fetches()),
                    validated(tokens.size(), refused),
                    loaded(tally.count()));
        }
    }

    private void rotate() {
        SigningKeys keys = scene.cluster().administration().keys();
        for (int number = 1; number <= scene.terms().rotations(); number++) {
            keys.rotate();
            scene.commentary()
                    .say(number + " of " + scene.terms().rotations() + " rotations, " + tokens.size() + " tokens, "
                            + verdicts);
            Deadline.in(scene.terms().every()).await(() -> false);
        }
    }

    private void logIn(Person person, OfflineVerifier verifier, Background.Turn turn) {
        try (Stranger friend = scene.friend()) {
            while (turn.goesOn()) {
                String token = friend.ask(person.login()).text("/result/token");
                tokens.add(token);
                note(verifier.verify(token));
                note(verifier.verify(any()));
                turn.pause(BETWEEN_LOGINS);
            }
        }
    }

    private String any() {
        return tokens.stream().skip(random.nextInt(tokens.size())).findFirst().orElse("");
    }

    private void note(OfflineVerifier.Verdict verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
    }

    private long kids() {
        return tokens.stream().map(token -> token.split("\\.", 2)[0]).distinct().count();
    }

    private static Figure rotations(int rotations, long kids) {
        return new Figure(
                "In " + rotations + " rotations tokens were signed by " + kids + " keys",
                "at least as many as rotations",
                kids >= rotations);
    }

    static Figure verified(Map<OfflineVerifier.Verdict, Integer> verdicts, int fetches) {
        int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        int good = verdicts.getOrDefault(OfflineVerifier.Verdict.GOOD, 0);
        return new Figure(
                "By the published keys, fetched " + fetches + " times as Cache-Control has it, " + good + " of " + all
                        + " looks at valid tokens said so, and "
                        + verdicts.getOrDefault(OfflineVerifier.Verdict.UNKNOWN_KEY, 0)
                        + " found a key that was not published yet",
                "all of them, and none",
                all > 0 && good == all);
    }

    static Figure validated(int tokens, long refused) {
        return new Figure(
                refused + " of " + tokens + " tokens were said to be invalid after all rotations",
                "none",
                tokens > 0 && refused == 0);
    }

    private static Figure loaded(Count count) {
        return new Figure(
                count.failures() + " of " + count.requests() + " requests of the load did not end as promised",
                "none",
                count.requests() > 0 && count.failures() == 0);
    }

    /** As often as the instances read their keys by themselves, and a little more. */
    private Figure unknownKeys() {
        scene.commentary().say("counts how often the keys are read");
        long usual = readings(() -> Deadline.in(READ_FOR).await(() -> false));
        scene.commentary().say("shows tokens of unknown keys");
        List<Integer> shown = new ArrayList<>();
        long then = readings(() -> shown.add(showStrangeTokens()));
        return read(usual, then, shown.stream().mapToInt(Integer::intValue).sum());
    }

    static Figure read(long usual, long then, int shown) {
        return new Figure(
                "In " + READ_FOR.toSeconds() + " s the keys were read " + usual + " times in the database, and " + then
                        + " times while " + shown + " tokens of unknown keys were shown",
                "at most " + Quantities.times(MOST_MORE_READ) + " as often, where one reading more is promised",
                usual > 0 && shown > 0 && then <= MOST_MORE_READ * usual);
    }

    private long readings(Runnable meanwhile) {
        DatabaseUrl url = new DatabaseUrl(scene.cluster().databaseUrl());
        Deadline.in(TOLD).await(() -> false);
        long before = Scans.of("signing_keys", url);
        meanwhile.run();
        Deadline.in(TOLD).await(() -> false);
        return Scans.of("signing_keys", url) - before;
    }

    /** How many. */
    private int showStrangeTokens() {
        String claims = tokens.stream().findFirst().orElse("a.b.c").split("\\.", -1)[1];
        Deadline deadline = Deadline.in(READ_FOR);
        int shown = 0;
        try (Stranger friend = scene.friend()) {
            while (!deadline.passed()) {
                friend.ask(Question.get("/v1/auth/validate").bearing(strange(claims)));
                shown++;
                Deadline.in(BETWEEN_STRANGE_TOKENS).await(() -> false);
            }
        }
        return shown;
    }

    private static String strange(String claims) {
        String header = "{\"kid\":\"" + UUID.randomUUID() + "\",\"typ\":\"JWT\",\"alg\":\"RS256\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + claims + "." + "A".repeat(512);
    }

    private Figure revoked() {
        scene.commentary().say("revokes the key that signs");
        Person person = scene.population().active(1).getFirst();
        SigningKeys keys = scene.cluster().administration().keys();
        try (Stranger friend = scene.friend()) {
            String token = friend.ask(person.login()).text("/result/token");
            SigningKey current = keys.list().stream()
                    .filter(key -> key.state().equals("current"))
                    .findFirst()
                    .orElseThrow(() ->
                            Fault.failed("auth-svcs", "No key signs.", "authctl keys list shows which there are."));
            keys.revoke(current.kid());
            Duration last = lastBelieved(token, System.nanoTime());
            String next = friend.ask(person.login()).text("/result/token");
            boolean goesOn = friend.ask(Question.get("/v1/auth/validate").bearing(next))
                    .at("/result/isValid")
                    .asBoolean(false);
            return revoked(last, goesOn);
        }
    }

    static Figure revoked(Duration last, boolean goesOn) {
        return new Figure(
                "A token of a revoked key was last believed, by any instance, " + Quantities.seconds(last)
                        + " after that was answered; a new login " + (goesOn ? "is" : "isn't") + " good",
                "at most " + Quantities.seconds(REFUSED) + ", and it is",
                last.compareTo(REFUSED) <= 0 && goesOn);
    }

    /** Asks each instance directly, well beyond what is promised. */
    private Duration lastBelieved(String token, long since) {
        Duration last = Duration.ZERO;
        List<String> instances = scene.instances();
        List<Stranger> askers =
                instances.stream().map(instance -> scene.at(HERE, instance)).toList();
        try {
            for (Duration passed = Duration.ZERO;
                    passed.compareTo(REFUSED.multipliedBy(PATIENCE)) < 0;
                    passed = Duration.ofNanos(System.nanoTime() - since)) {
                if (askers.stream().anyMatch(asker -> isBelieved(asker, token))) {
                    last = Duration.ofNanos(System.nanoTime() - since);
                }
                Deadline.in(BETWEEN_STRANGE_TOKENS).await(() -> false);
            }
            return last;
        } finally {
            askers.forEach(Stranger::close);
        }
    }

    private static boolean isBelieved(Stranger asker, String token) {
        return asker.ask(Question.get("/v1/auth/validate").bearing(token))
                .at("/isValid")
                .asBoolean(false);
    }
}
