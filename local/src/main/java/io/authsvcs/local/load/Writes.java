package io.authsvcs.local.load;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What changes something. Whatever a write was to change is nobody else's meanwhile; when its outcome is unknown, or it
 * was refused, that is forgotten: nothing could be said of it afterwards.
 */
record Writes(Caller caller, Crowd crowd) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String LIFELESS = "the answer had no token";

    Ending register() {
        return register(crowd.live()::add);
    }

    /** In place of one whose password nobody knows any more. */
    Ending registerMover() {
        return register(crowd::move);
    }

    private Ending register(Consumer<Session> whom) {
        Person person = stranger();
        return note(registration(), signUp(person), answer -> whom.accept(session(person, answer)));
    }

    /** Somebody who was not there before, with a first session. */
    Optional<Session> newcomer() {
        Person person = stranger();
        return signUp(person) instanceof Reply.Given(Answer answer) && answer.status() == CREATED
                ? Optional.of(session(person, answer))
                : Optional.empty();
    }

    Ending login(RandomGenerator random) {
        Person person = crowd.resident(random);
        Request request =
                Request.post("/v1/auth/login", Map.of("email", person.email(), "password", person.password()));
        Expectation good = issuing(OK)
                .that(answer -> answer.text("/result/userID").equals(person.id()), "the login was somebody else's");
        return note(good, caller.send(request), answer -> crowd.live().add(Session.of(person, answer)));
    }

    /** The documented API "slide", whose tokens every call takes. */
    Ending slideLogin(RandomGenerator random) {
        Person person = crowd.resident(random);
        Request request = Request.post("/auth/login/", Map.of("user", person.email(), "password", person.password()));
        Expectation good = Expectation.of(CREATED)
                .in(Expectation.Format.SLIDE)
                .that(answer -> !answer.text("/data/token").isEmpty(), LIFELESS);
        return note(
                good,
                caller.send(request),
                answer -> crowd.live().add(new Session(person, answer.text("/data/token"), Optional.empty())));
    }

    Ending refresh(Session session) {
        Request request = Request.post(
                "/v1/auth/refresh", Map.of("refreshToken", session.refresh().orElseThrow()));
        return note(
                issuing(OK), caller.send(request), answer -> crowd.live().add(Session.of(session.person(), answer)));
    }

    Ending logout(Session session) {
        Request request = Request.post("/v1/auth/logout", Map.of()).as(session.token());
        return note(Expectation.of(OK), caller.send(request), answer -> crowd.ended(session.token()));
    }

    Ending changePassword(Session session) {
        Person person = session.person();
        String next = password();
        Request request = Request.put(
                        "/v1/auth/password", Map.of("currentPassword", person.password(), "newPassword", next))
                .as(session.token());
        return note(issuing(OK), caller.send(request), answer -> {
            crowd.ended(session.token());
            crowd.move(Session.of(person.withPassword(next), answer));
        });
    }

    private Reply signUp(Person person) {
        return caller.send(
                Request.post("/v1/auth/register", Map.of("email", person.email(), "password", person.password())));
    }

    private Person stranger() {
        return new Person("", crowd.address(), password());
    }

    private static Session session(Person person, Answer answer) {
        return Session.of(new Person(answer.text("/result/userID"), person.email(), person.password()), answer);
    }

    private static Expectation registration() {
        return issuing(CREATED).that(answer -> !answer.text("/result/userID").isEmpty(), "the answer named nobody");
    }

    private static Expectation issuing(int status) {
        return Expectation.of(status)
                .that(answer -> !answer.text("/result/token").isEmpty(), LIFELESS);
    }

    private static Ending note(Expectation good, Reply reply, Consumer<Answer> effect) {
        Ending ending = good.judge(reply);
        if (ending instanceof Ending.AsPromised && reply instanceof Reply.Given(Answer answer)) {
            effect.accept(answer);
        }
        return ending;
    }

    private static String password() {
        return "purple monkey " + UUID.randomUUID();
    }
}
