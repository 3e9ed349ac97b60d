package io.authsvcs.local.attack;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.report.Figure;
import java.util.List;

/**
 * One guess at each of many accounts, from one network. In every tenth guess the password is the right one, as in a list
 * that was stolen elsewhere: those that are let in are looked at, and the others show that a refusal looks at nothing.
 */
final class Stuffing {
    private static final int RIGHT_EACH = 10;
    private static final double MOST = 0.01;
    /** Forty may be begun at once, and who is right has not tried; of fewer accounts one in a hundred can't be told. */
    private static final int ALLOWED_AT_ONCE = 50;

    private static final int INSTANCES = 2;
    private static final int ON_A_CONNECTION = 50;

    private Stuffing() {}

    static Trial trial() {
        return new Trial(
                "stuffing",
                "one guess at each of ten thousand accounts, from one network",
                Needs.instances(INSTANCES),
                scene -> List.of(checked(guessed(scene))));
    }

    private static Looked guessed(Scene scene) {
        scene.commentary().say("makes people");
        List<Person> people = scene.population().moved(scene.terms().accounts());
        Networks.Network network = scene.networks().next();
        Looked looked = new Looked();
        for (int first = 0; first < people.size(); first += ON_A_CONNECTION) {
            try (Stranger stranger = scene.at(network.address(first))) {
                people.subList(first, Math.min(people.size(), first + ON_A_CONNECTION))
                        .forEach(person -> guess(stranger, person, looked));
            }
            scene.commentary()
                    .say(looked.asked() + " of " + people.size() + " guesses, " + looked.count() + " checked");
        }
        return looked;
    }

    private static void guess(Stranger stranger, Person person, Looked looked) {
        Person guessed = looked.asked() % RIGHT_EACH == 0 ? person : person.guessedAt();
        Answer answer = stranger.ask(guessed.login());
        looked.note(answer);
    }

    static Figure checked(Looked looked) {
        double most = Math.max(ALLOWED_AT_ONCE, MOST * looked.asked());
        return new Figure(
                "Of " + looked.asked() + " guesses at as many accounts, a tenth of them right, " + looked.count()
                        + " were checked (" + Quantities.percent((double) looked.count() / looked.asked()) + ")",
                "at most " + Math.round(most),
                looked.asked() > 0 && looked.count() > 0 && looked.count() <= most);
    }
}
