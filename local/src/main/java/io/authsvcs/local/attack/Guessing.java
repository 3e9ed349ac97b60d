package io.authsvcs.local.attack;

import io.authsvcs.local.Specification;
import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.Partners;
import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.process.Deadline;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Passwords are guessed at three instances. Whether one is looked at is told by the answer, and that a refusal looks at
 * none by the right password: it is refused as well, whatever the guesser says of themselves.
 */
final class Guessing {
    /** Of an account from a network, in {@link #LONG}. */
    static final int MOST_TRIES = 10;

    private static final int MOST_OF_A_NETWORK = 60;
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration SPRAYING = Duration.ofSeconds(70);
    private static final Duration SPRAYING_PACE = Duration.ofMillis(50);
    private static final int SPRAYED = 20;
    /** Each guessed at for another reason. */
    private static final int ALONE = 3;

    private static final int INSTANCES = 3;
    /** The least guessing, that a minute of a network can be told by. */
    private static final Duration WORTH_SPRAYING = Duration.ofMinutes(1);

    private static final List<String> CLAIMS = List.of(
            "X-Forwarded-For: 198.51.100.7",
            "X-Forwarded-For: 127.0.0.1",
            "Forwarded: for=127.0.0.1;proto=https",
            "X-Real-IP: 127.0.0.1",
            "True-Client-IP: 127.0.0.1",
            "CF-Connecting-IP: 127.0.0.1",
            "X-Client-IP: 127.0.0.1",
            "X-Cluster-Client-IP: 127.0.0.1",
            "X-Auth-Client-Address: 127.0.0.1",
            "X-Auth-Gateway: 1",
            "X-Auth-Idempotency-Key: 1",
            "Cookie: auth_device=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "User-Agent: somebody else",
            "Connection: X-Auth-Client-Address");

    private final Scene scene;

    private Guessing(Scene scene) {
        this.scene = scene;
    }

    static Trial trial() {
        return new Trial(
                "guessing",
                "somebody's password is guessed from one network and from two hundred, while instances are killed and the"
                        + " owner logs in",
                Needs.instances(INSTANCES),
                scene -> new Guessing(scene).figures());
    }

    static Fault unthrottled() {
        return Fault.failed(
                "auth-svcs",
                "Of one account, more than " + MOST_TRIES + " passwords were tried from one network.",
                "AUTH_THROTTLE_EXEMPT may name it, or auth.throttle allow it: authctl status shows what is set.");
    }

    private List<Figure> figures() {
        scene.commentary().say("makes people");
        List<Person> people = scene.population().active(SPRAYED + ALONE);
        try (Background guesser = Background.begin(lone -> guess(people.getFirst(), lone))) {
            List<Figure> figures = new ArrayList<>();
            figures.add(refused(people.get(1)));
            figures.add(kept(people.get(2)));
            if (isWorthSpraying()) {
                figures.add(sprayed(people.subList(ALONE, people.size())));
            }
            figures.addAll(besieged(scene.population().active(1).getFirst()));
            guesser.await(
                    scene.terms().guessing(),
                    left -> scene.commentary().say("one network guesses on, for " + left.toSeconds() + " s"));
            figures.addFirst(counted(guesser.looked()));
            return figures;
        }
    }

    private boolean isWorthSpraying() {
        return scene.terms().guessing().compareTo(WORTH_SPRAYING) >= 0;
    }

    /** From all addresses of one network. */
    private void guess(Person victim, Background.Turn turn) {
        Networks.Network network = scene.networks().next();
        for (int number = 0; turn.goesOn(); number++) {
            try (Stranger stranger = scene.at(network.address(number))) {
                turn.note(stranger.ask(victim.guessedAt().login()));
            }
            if (number >= MOST_TRIES) {
                turn.pause(PACE);
            }
        }
    }

    static Figure counted(Looked looked) {
        int most = looked.most(LONG);
        return new Figure(
                "Of " + looked.asked() + " guesses at one account from one network " + looked.count()
                        + " were looked at, at most " + most + " of them in 15 minutes",
                "at most " + MOST_TRIES + " in 15 minutes, and some",
                most <= MOST_TRIES && most > 0);
    }

    /** Whatever is said, and at whichever door, the right password is refused where enough wrong ones were tried. */
    private Figure refused(Person victim) {
        scene.commentary().say("says who else it might be");
        Partners partners = scene.cluster().administration().partners();
        PartnerToken partner = partners.create("attack " + UUID.randomUUID());
        scene.vault().keep(partner.token());
        try (Stranger stranger = exhausted(victim)) {
            Stream<Question> claims =
                    CLAIMS.stream().map(claim -> victim.login().with(claim));
            Stream<Question> doors = Door.all(partner.token()).stream()
                    .filter(Door::asksForAPassword)
                    .map(door -> door.question().apply(victim));
            return refused(
                    Stream.concat(claims, doors).map(stranger::ask).toList(),
                    "by other headers and through other APIs");
        } finally {
            partners.disable(partner.id());
        }
    }

    static Figure refused(List<Answer> answers, String how) {
        long refused = answers.stream().filter(Answer::isThrottled).count();
        return new Figure(
                "Beyond that the right password was refused " + refused + " of " + answers.size() + " times, " + how
                        + (refused < answers.size() ? ": " + answers : ""),
                "each time, by 429",
                !answers.isEmpty() && refused == answers.size());
    }

    private Figure kept(Person victim) {
        try (Stranger stranger = exhausted(victim)) {
            scene.commentary().say("every instance is killed, and started again");
            scene.instances().parallelStream().forEach(scene.cluster()::kill);
            scene.cluster().up(scene.cluster().specification().orElseGet(Specification::standard));
            return refused(List.of(stranger.ask(victim.login())), "after all instances were killed and started again");
        }
    }

    private Stranger exhausted(Person victim) {
        Stranger stranger = scene.at(scene.networks().next().address(1));
        boolean throttled = IntStream.rangeClosed(0, MOST_TRIES)
                .mapToObj(number -> stranger.ask(victim.guessedAt().login()))
                .anyMatch(Answer::isThrottled);
        if (!throttled) {
            stranger.close();
            throw unthrottled();
        }
        return stranger;
    }

    /** Few passwords of each of many. */
    private Figure sprayed(List<Person> people) {
        Networks.Network network = scene.networks().next();
        Looked looked = new Looked();
        Deadline deadline = Deadline.in(SPRAYING);
        for (int number = 0; !deadline.passed(); number++) {
            try (Stranger stranger = scene.at(network.address(number))) {
                looked.note(stranger.ask(
                        people.get(number % people.size()).guessedAt().login()));
            }
            scene.commentary().say("one network guesses at many: " + looked.asked());
            Deadline.in(SPRAYING_PACE).await(() -> false);
        }
        return sprayed(looked);
    }

    static Figure sprayed(Looked looked) {
        int most = looked.most(MINUTE);
        return new Figure(
                "Of " + looked.asked() + " guesses at " + SPRAYED + " accounts from one network, in "
                        + SPRAYING.toSeconds() + " s, at most " + most + " were looked at in a minute",
                "at most " + MOST_OF_A_NETWORK + ", and some",
                most <= MOST_OF_A_NETWORK && most > 0);
    }

    private List<Figure> besieged(Person owner) {
        String device = device(owner);
        scene.vault().keep(device);
        try (Siege siege = Siege.begin(scene, owner)) {
            scene.commentary().say(Siege.NETWORKS + " networks guess");
            siege.awaitCrowd();
            Entry known = entry(owner, owner.login().with("Cookie: auth_device=" + device));
            Entry unknown = entry(owner, owner.login());
            return List.of(known.atOnce(siege.looked()), unknown.soon());
        }
    }

    private String device(Person owner) {
        try (Stranger friend = scene.friend()) {
            return friend.ask(owner.login())
                    .cookie("auth_device")
                    .orElseThrow(() -> Fault.failed(
                            "auth-svcs",
                            "A login has set no cookie that its browser is known by.",
                            "authctl logs auth-1 shows what became of it."));
        }
    }

    /** Comes again when told to. */
    private Entry entry(Person owner, Question login) {
        long begin = System.nanoTime();
        try (Stranger stranger = scene.at(scene.networks().next().address(1))) {
            Answer answer = stranger.ask(login);
            int asked = 1;
            while (!answer.isDone() && passed(begin).compareTo(Entry.LONGEST.multipliedBy(2)) < 0) {
                scene.commentary().say("the owner, " + owner + ", waits");
                Deadline.in(answer.retryAfter().plus(Entry.BREATH)).await(() -> false);
                answer = stranger.ask(login);
                asked++;
            }
            return new Entry(answer.isDone(), asked, passed(begin));
        }
    }

    /**
     * How an owner got in, or did not.
     *
     * @param asked how often
     */
    record Entry(boolean isIn, int asked, Duration after) {
        static final Duration LONGEST = Duration.ofSeconds(30);
        static final Duration BREATH = Duration.ofMillis(100);

        Figure atOnce(Looked others) {
            return new Figure(
                    "While " + Siege.NETWORKS + " networks guessed (" + others.asked() + " times, " + others.count()
                            + " looked at), the owner on a known device was " + words(),
                    "in, by the first answer",
                    isIn && asked == 1);
        }

        Figure soon() {
            return new Figure(
                    "The owner on a new device was " + words(),
                    "in, within " + Quantities.seconds(LONGEST),
                    isIn && after.compareTo(LONGEST) <= 0);
        }

        private String words() {
            return (isIn ? "in" : "not in") + " after " + Quantities.seconds(after) + " and " + asked + " tries";
        }
    }

    private static Duration passed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
