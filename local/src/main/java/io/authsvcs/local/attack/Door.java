package io.authsvcs.local.attack;

import static io.authsvcs.local.attack.Whom.ACTIVE;
import static io.authsvcs.local.attack.Whom.DELETED;
import static io.authsvcs.local.attack.Whom.DISABLED;
import static io.authsvcs.local.attack.Whom.PENDING;
import static io.authsvcs.local.attack.Whom.UNKNOWN;

import io.authsvcs.local.http.Question;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A call by which a stranger could find out who is known here.
 *
 * @param whom it is asked about
 * @param share of the calls, one of so many
 * @param callsOfAnAddress that no limit of its API refuses
 * @param tellsOwners whether a right password is told what is the matter with its owner
 */
record Door(
        String name,
        List<Whom> whom,
        int share,
        int callsOfAnAddress,
        boolean tellsOwners,
        Function<Person, Question> question) {
    private static final List<Whom> WHO_LOG_IN = List.of(UNKNOWN, ACTIVE, DISABLED, DELETED);
    private static final List<Whom> WHO_GET_MAIL = List.of(UNKNOWN, ACTIVE, PENDING, DISABLED, DELETED);
    private static final int QUARTER = 4;
    private static final int USUAL = 20;
    /** Of five a second. */
    private static final int OF_ALTEGIO = 4;

    static Door login() {
        return new Door("login", WHO_LOG_IN, 1, USUAL, false, Person::login);
    }

    /** @param partner a token, for the API that asks for one */
    static List<Door> all(String partner) {
        return List.of(
                login(),
                mail("forgot", "/v1/auth/password/forgot"),
                mail("resend", "/v1/auth/activate/resend"),
                contract("edumaps", USUAL, person -> Question.post("/auth/login", byEmail(person))),
                contract("authorization", USUAL, person -> Question.post("/api/authorization/login", byEmail(person))),
                contract(
                        "slide",
                        USUAL,
                        person -> Question.post(
                                "/auth/login/", Map.of("user", person.email(), "password", person.password()))),
                contract(
                        "altegio",
                        OF_ALTEGIO,
                        person -> Question.post("/auth", Map.of("login", person.email(), "password", person.password()))
                                .bearing(partner)));
    }

    boolean asksForAPassword() {
        return whom.equals(WHO_LOG_IN);
    }

    int calls(int ofTheFirst) {
        return Math.max(1, ofTheFirst / share);
    }

    /** About somebody, as a stranger asks: with a right password only where no owner is told anything by it. */
    Question about(Person person, Whom whom) {
        boolean right = !tellsOwners && (whom == DISABLED || whom == DELETED || whom == PENDING);
        return question.apply(right ? person : person.guessedAt());
    }

    private static Door mail(String name, String path) {
        return new Door(
                name,
                WHO_GET_MAIL,
                QUARTER,
                USUAL,
                false,
                person -> Question.post(path, Map.of("email", person.email())));
    }

    private static Door contract(String name, int callsOfAnAddress, Function<Person, Question> question) {
        return new Door(name, WHO_LOG_IN, QUARTER, callsOfAnAddress, true, question);
    }

    private static Map<String, String> byEmail(Person person) {
        return Map.of("email", person.email(), "password", person.password());
    }
}
