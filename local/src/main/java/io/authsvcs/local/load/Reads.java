package io.authsvcs.local.load;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Questions about sessions that live, and about some that have ended. */
record Reads(Caller caller, Crowd crowd) {
    private static final String VALIDATE = "/v1/auth/validate";

    /** A live token is valid, and its owner's. */
    Ending validate(RandomGenerator random) {
        return about(
                random,
                session -> expect().that(
                                answer -> answer.at("/result/isValid").asBoolean(false),
                                "a live token was not said to be valid")
                        .that(answer -> isOf(session, answer), "a live token was said to be somebody else's")
                        .judge(caller.send(Request.get(VALIDATE, session.token()))));
    }

    /** One whose end was acknowledged before this began is never valid. */
    Ending validateEnded(RandomGenerator random) {
        return crowd.anEnded()
                .map(token -> expect().that(Reads::saysInvalid, "a token that had ended was not said to be invalid")
                        .judge(caller.send(Request.get(VALIDATE, token))))
                .orElseGet(() -> validate(random));
    }

    Ending me(RandomGenerator random) {
        return about(
                random,
                session -> expect().that(answer -> isOf(session, answer), "the profile was somebody else's")
                        .judge(caller.send(Request.get("/v1/auth/me", session.token()))));
    }

    Ending sessions(RandomGenerator random) {
        return about(
                random,
                session -> expect().that(
                                answer -> !answer.at("/result/sessions").isEmpty(), "somebody with a session had none")
                        .judge(caller.send(Request.get("/v1/auth/sessions", session.token()))));
    }

    /** The documented API "authorization": whose session is it? */
    Ending authorizationSession(RandomGenerator random) {
        return about(
                random,
                session -> expect().in(Expectation.Format.AUTHORIZATION)
                        .that(answer -> !answer.text("/key").isEmpty(), "somebody with a session had no key")
                        .judge(caller.send(Request.get("/api/authorization", session.token()))));
    }

    private Ending about(RandomGenerator random, Function<Session, Ending> question) {
        Session session = crowd.live().hold(random);
        try {
            return question.apply(session);
        } finally {
            crowd.live().release(session);
        }
    }

    private static Expectation expect() {
        return Expectation.of(200);
    }

    private static boolean isOf(Session session, Answer answer) {
        return answer.text("/result/userID").equals(session.person().id());
    }

    private static boolean saysInvalid(Answer answer) {
        return !answer.at("/result/isValid").asBoolean(true);
    }
}
