package io.authsvcs.local.attack;

import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.Partners;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.load.Allowance;
import io.authsvcs.local.load.Crowd;
import io.authsvcs.local.load.Load;
import io.authsvcs.local.load.Plan;
import io.authsvcs.local.load.Tally;
import io.authsvcs.local.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether somebody is known here, by what a stranger is answered and by how long that takes. All kinds are asked about in
 * random order, one after the other, from networks of which none has tried much: passwords are counted for each of them.
 */
final class Timing {
    // Nobody's tries may be delayed: those of anybody are, after thirty from wherever.
    private static final int LEAST_PEOPLE = 10;
    private static final int MOST_PEOPLE = 200;
    private static final int CALLS_OF_A_PERSON = 10;
    private static final int WARM_UP = 60;
    private static final int LOGINS_BESIDE = 2;

    private final Scene scene;
    private final Random random;
    private final Map<Whom, Integer> asked = new EnumMap<>(Whom.class);

    private Timing(Scene scene) {
        this.scene = scene;
        this.random = new Random(scene.terms().seed());
    }

    static Trial trial() {
        return new Trial(
                "timing",
                "whether somebody is known, by answers and their times: unknown, wrong password, inactive, deleted,"
                        + " throttled",
                Needs.usual(),
                scene -> new Timing(scene).figures());
    }

    private List<Figure> figures() {
        Partners partners = scene.cluster().administration().partners();
        PartnerToken partner = partners.create("attack " + UUID.randomUUID());
        scene.vault().keep(partner.token());
        try {
            scene.commentary().say("makes people");
            Map<Whom, List<Person>> people = people();
            var _ = compared(
                    "warm-up", Door.login(), Math.min(WARM_UP, scene.terms().calls() / 2), people);
            List<Figure> figures = new ArrayList<>();
            Door.all(partner.token())
                    .forEach(door -> figures.addAll(
                            compared(door.name(), door, door.calls(scene.terms().calls()), people)
                                    .figures()));
            figures.addAll(throttled(people.getOrDefault(Whom.ACTIVE, List.of())));
            if (scene.terms().rate() > 0) {
                figures.addAll(besideOthers(people));
            }
            return figures;
        } finally {
            partners.disable(partner.id());
        }
    }

    private Map<Whom, List<Person>> people() {
        int count = Math.clamp(scene.terms().calls() / CALLS_OF_A_PERSON, LEAST_PEOPLE, MOST_PEOPLE);
        Population population = scene.population();
        Map<Whom, List<Person>> people = new EnumMap<>(Whom.class);
        people.put(Whom.UNKNOWN, Stream.generate(Person::any).limit(count).toList());
        people.put(Whom.ACTIVE, population.active(count));
        people.put(Whom.PENDING, population.pending(count));
        people.put(Whom.DISABLED, population.disabled(count));
        people.put(Whom.DELETED, population.deleted(count));
        return people;
    }

    private List<Figure> besideOthers(Map<Whom, List<Person>> people) {
        Plan plan = Plan.of(
                        scene.cluster().urls(),
                        scene.terms().rate(),
                        scene.terms().seed())
                .withLogins(LOGINS_BESIDE);
        Load load = Load.begin(plan, Crowd.gather(plan), new Tally(Allowance.UNAVAILABILITY));
        try (load) {
            load.awaitWarm();
            return compared(
                            "login beside " + plan.rate() + " requests a second",
                            Door.login(),
                            scene.terms().calls(),
                            people)
                    .figures();
        }
    }

    /** An order of chance, and in it as many of each kind. */
    private Comparison compared(String name, Door door, int each, Map<Whom, List<Person>> people) {
        Comparison comparison = new Comparison(name);
        List<Whom> order = new ArrayList<>(door.whom().stream()
                .flatMap(whom -> Collections.nCopies(each, whom).stream())
                .toList());
        Collections.shuffle(order, random);
        long begin = System.nanoTime();
        for (int first = 0; first < order.size(); first += door.callsOfAnAddress()) {
            List<Whom> some = order.subList(first, Math.min(order.size(), first + door.callsOfAnAddress()));
            ask(some, door, people, comparison);
            tell(name, first + some.size(), order.size(), begin);
        }
        return comparison;
    }

    private void ask(List<Whom> some, Door door, Map<Whom, List<Person>> people, Comparison comparison) {
        try (Stranger stranger = scene.at(scene.networks().next().address(random.nextInt()))) {
            stranger.connect();
            for (Whom whom : some) {
                timed(stranger, door.about(next(whom, people), whom), whom, comparison);
            }
        }
    }

    /** One after the other: nobody is asked about more often than others. */
    private Person next(Whom whom, Map<Whom, List<Person>> people) {
        List<Person> all = people.getOrDefault(whom, List.of());
        return all.get((asked.merge(whom, 1, Integer::sum) - 1) % all.size());
    }

    private static void timed(Stranger stranger, Question question, Whom whom, Comparison comparison) {
        long begin = System.nanoTime();
        Answer answer = stranger.ask(question);
        comparison.add(whom, Appearance.of(answer), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Somebody known and somebody unknown, of whom enough passwords have been tried from one network. */
    private List<Figure> throttled(List<Person> active) {
        Comparison comparison = new Comparison("throttled");
        Person known = active.getFirst();
        Person unknown = Person.any();
        try (Stranger stranger = scene.at(scene.networks().next().address(1))) {
            Stream.of(known, unknown).forEach(person -> exhaust(stranger, person));
            List<Whom> order = new ArrayList<>(IntStream.range(0, scene.terms().calls())
                    .mapToObj(number -> number % 2 == 0 ? Whom.UNKNOWN : Whom.ACTIVE)
                    .toList());
            Collections.shuffle(order, random);
            order.forEach(whom ->
                    timed(stranger, Door.login().about(whom == Whom.ACTIVE ? known : unknown, whom), whom, comparison));
        }
        return comparison.figures();
    }

    private static void exhaust(Stranger stranger, Person person) {
        boolean throttled = IntStream.range(0, Guessing.MOST_TRIES + 1)
                .mapToObj(number -> stranger.ask(Door.login().about(person, Whom.ACTIVE)))
                .anyMatch(Answer::isThrottled);
        if (!throttled) {
            throw Guessing.unthrottled();
        }
    }

    private void tell(String name, int done, int all, long begin) {
        long passed = System.nanoTime() - begin;
        Duration left = Duration.ofNanos((long) ((double) passed / done * (all - done)));
        scene.commentary().say(name + ": " + done + " of " + all + " calls, " + left.toSeconds() + " s to go");
    }
}
