package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.SecondFactorTest.amr;
import static io.authsvcs.auth.api.SecondFactorTest.assertRefused;
import static io.authsvcs.auth.api.SecondFactorTest.token;
import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.json;
import static io.authsvcs.auth.api.TestSecondFactor.finish;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** How somebody gets in who has a second factor; and how nobody does. */
class LoginInTwoStepsTest {
    private static final TestApi ONE = TestPair.one();
    private static final TestApi OTHER = TestPair.other();
    private static final String DEAD = "Invalid or expired challenge";

    private final TestSecondFactor ann = TestSecondFactor.active(ONE).rested(TestPair.DATABASE);

    @Test
    void thePasswordAloneIsAnsweredByAChallengeThatAnyInstanceTakes() {
        ResponseSpec answer = ann.knock(ONE)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"auth-svcs\"");
        JsonNode half = json(answer);

        assertThat(half.propertyNames()).containsExactly("reason", "challenge", "expiresAt", "enrolment");
        assertThat(half.get("reason").stringValue()).isEqualTo("Second factor required");
        assertThat(half.get("enrolment").booleanValue()).isFalse();
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(half.get("expiresAt").stringValue())))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));

        JsonNode login = json(finish(OTHER, half.get("challenge").stringValue(), ann.code())
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists(HttpHeaders.SET_COOKIE));

        assertThat(login.propertyNames()).containsExactly("isValid", "userID", "token", "refreshToken", "expiresAt");
        assertThat(amr(token(login))).isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
        assertThat(ONE.validate(token(login)).get("userID").stringValue()).isEqualTo(ann.userID());
    }

    @Test
    void withACodeOneCallIsEnough() {
        JsonNode login = json(ann.login(ONE, ann.code()).expectStatus().isOk());

        assertThat(login.propertyNames()).containsExactly("isValid", "userID", "token", "refreshToken", "expiresAt");
        JsonNode refreshed = json(OTHER.refresh(login.get("refreshToken").stringValue())
                .expectStatus()
                .isOk());
        assertThat(Stream.of(login, refreshed).map(SecondFactorTest::token))
                .allMatch(token -> amr(token).equals("[\"pwd\",\"otp\",\"mfa\"]"));
    }

    @Test
    void aWrongCodeIsToldSoAndTheChallengeThatComesWithItIsGood() {
        JsonNode wrong = json(ann.login(ONE, ann.wrongCode()).expectStatus().isUnauthorized());

        assertThat(wrong.propertyNames()).containsExactly("reason", "challenge", "expiresAt", "enrolment");
        assertThat(wrong.get("reason").stringValue()).isEqualTo("Wrong code");
        String challenge = wrong.get("challenge").stringValue();
        assertRefused(finish(ONE, challenge, ann.wrongCode()), HttpStatus.UNAUTHORIZED, "Wrong code");
        finish(ONE, challenge, ann.code()).expectStatus().isOk();
    }

    @Test
    void whoIsWrongInThePasswordLearnsNothingWithWhateverCode() {
        for (String code : List.of(ann.code(), ann.wrongCode(), "")) {
            ONE.post("/v1/auth/login", Map.of("email", ann.email(), "password", "wrong", "code", code))
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody(String.class)
                    .isEqualTo("{\"reason\":\"Invalid credentials\"}");
        }
        ann.login(ONE, ann.code()).expectStatus().isOk();
    }

    @Test
    void whoMayNotLogInIsNotAskedForACode() {
        TestDatabase.execute(
                TestPair.DATABASE, "UPDATE identities SET status = 'disabled' WHERE id = '" + ann.userID() + "'");

        for (ResponseSpec answer : List.of(ann.knock(ONE), ann.login(ONE, ann.code()))) {
            answer.expectStatus()
                    .isUnauthorized()
                    .expectBody(String.class)
                    .isEqualTo("{\"reason\":\"Invalid credentials\"}");
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        ann.login(ONE, ann.code()).expectStatus().isOk();

        assertRefused(ann.login(OTHER, ann.code()), HttpStatus.UNAUTHORIZED, "Wrong code");
        assertRefused(finish(OTHER, ann.challenge(ONE), ann.code()), HttpStatus.UNAUTHORIZED, "Wrong code");
        ann.login(OTHER, ann.nextCode()).expectStatus().isOk();
        assertRefused(ann.login(OTHER, ann.code()), HttpStatus.UNAUTHORIZED, "Wrong code");
    }

    @Test
    void ofTwoInstancesThatAreSentOneCodeExactlyOneTakesIt() {
        for (String code : List.of(ann.code(), ann.recoveryCodes().getFirst())) {
            ann.rested(TestPair.DATABASE);
            List<String> challenges = List.of(ann.challenge(ONE), ann.challenge(OTHER));

            assertThat(atTheSameTime(
                            () -> finish(ONE, challenges.getFirst(), code),
                            () -> finish(OTHER, challenges.getLast(), code)))
                    .containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void ofTwoInstancesThatAreSentOneChallengeExactlyOneTakesIt() {
        String challenge = ann.challenge(ONE);

        assertThat(atTheSameTime(
                        () -> finish(ONE, challenge, ann.code()), () -> finish(OTHER, challenge, ann.nextCode())))
                .containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        String code = ann.recoveryCodes().getFirst();

        JsonNode login = json(ann.login(ONE, code.toLowerCase(Locale.ROOT).replace("-", " "))
                .expectStatus()
                .isOk());

        assertThat(amr(token(login))).isEqualTo("[\"pwd\",\"mfa\"]");
        assertRefused(ann.login(OTHER, code), HttpStatus.UNAUTHORIZED, "Wrong code");
        assertRefused(finish(OTHER, ann.challenge(ONE), code), HttpStatus.UNAUTHORIZED, "Wrong code");
        assertThat(json(ONE.getBearer(TestSecondFactor.PATH, token(login)))
                        .get("recoveryCodesLeft")
                        .intValue())
                .isEqualTo(9);
    }

    @Test
    void theWishesOfTheLoginAreKept() {
        Map<String, Object> minute = Map.of("email", ann.email(), "password", PASSWORD, "sessionDuration", 60);
        Map<String, Object> endless =
                Map.of("email", ann.email(), "password", PASSWORD, "sessionDuration", 0, "isPersistent", true);

        assertThat(lifetime(minute, ann.code())).isEqualTo("60 false");
        assertThat(lifetime(endless, ann.nextCode())).isEqualTo("none true");
    }

    @Test
    void aChallengeIsWorthlessAfterItsUse() {
        String challenge = ann.challenge(ONE);
        finish(ONE, challenge, ann.code()).expectStatus().isOk();

        assertRefused(finish(OTHER, challenge, ann.nextCode()), HttpStatus.UNAUTHORIZED, DEAD);
    }

    @Test
    void aChallengeIsWorthlessAfterFiveMinutes() {
        String challenge = ann.challenge(ONE);
        TestDatabase.execute(
                TestPair.DATABASE,
                "UPDATE login_challenges SET expires_at = expires_at - interval '5 minutes' WHERE identity_id = '"
                        + ann.userID() + "'");

        assertRefused(finish(OTHER, challenge, ann.code()), HttpStatus.UNAUTHORIZED, DEAD);
    }

    @Test
    void aChallengeIsWorthlessAfterAChangeOfThePassword() {
        String challenge = ann.challenge(ONE);
        ONE.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        ann.token(),
                        Map.of("currentPassword", PASSWORD, "newPassword", "orange giraffe 7"))
                .expectStatus()
                .isOk();

        assertRefused(finish(OTHER, challenge, ann.code()), HttpStatus.UNAUTHORIZED, DEAD);
    }

    @Test
    void aChallengeIsWorthlessAfterAChangeOfTheSecondFactor() {
        String challenge = ann.challenge(ONE);
        ONE.call(
                        HttpMethod.DELETE,
                        TestSecondFactor.PATH,
                        ann.token(),
                        Map.of("currentPassword", PASSWORD, "code", ann.code()))
                .expectStatus()
                .isOk();
        TestSecondFactor again = TestSecondFactor.active(ONE, ann.email(), ONE.login(ann.email()));

        assertRefused(finish(OTHER, challenge, again.rested(TestPair.DATABASE).code()), HttpStatus.UNAUTHORIZED, DEAD);
    }

    @Test
    void whatIsNoChallengeOfOursIsRefused() {
        String challenge = ann.challenge(ONE);

        for (String made : List.of("x", challenge.substring(1), challenge + "A", ann.token())) {
            assertRefused(finish(ONE, made, ann.code()), HttpStatus.UNAUTHORIZED, DEAD);
        }
        ONE.post("/v1/auth/login/second-factor", Map.of("challenge", challenge))
                .expectStatus()
                .isBadRequest();
        assertThat(ONE.validate(challenge).get("isValid").booleanValue()).isFalse();
        ONE.post(TestSecondFactor.PATH, Map.of("challenge", challenge))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aLoginThatIsRepeatedForALostAnswerIsTheSameLogin() {
        Map<String, String> inOne = Map.of("email", ann.email(), "password", PASSWORD, "code", ann.code());
        Map<String, String> inTwo = Map.of("challenge", ann.challenge(ONE), "code", ann.nextCode());

        for (Map.Entry<String, Map<String, String>> request : Map.of(
                        "/v1/auth/login", inOne, "/v1/auth/login/second-factor", inTwo)
                .entrySet()) {
            ann.rested(TestPair.DATABASE);
            JsonNode first = json(ONE.postOnce(request.getKey(), "gateway:two", request.getValue())
                    .expectStatus()
                    .isOk());
            JsonNode again = json(OTHER.postOnce(request.getKey(), "gateway:two", request.getValue())
                    .expectStatus()
                    .isOk());

            assertThat(again).isEqualTo(first);
        }
    }

    private static List<HttpStatus> atTheSameTime(Callable<ResponseSpec> one, Callable<ResponseSpec> other) {
        return Flux.just(one, other)
                .flatMap(call -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()))
                .map(answer -> HttpStatus.valueOf(
                        answer.returnResult(Void.class).getStatus().value()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private String lifetime(Map<String, Object> wishes, String code) {
        String challenge =
                json(ONE.post("/v1/auth/login", wishes)).get("challenge").stringValue();
        String session = ONE.validate(
                        token(json(finish(OTHER, challenge, code).expectStatus().isOk())))
                .get("sessionID")
                .stringValue();
        return TestDatabase.ask(
                TestPair.DATABASE,
                "SELECT coalesce(extract(epoch FROM expires_at - created_at)::integer::text, 'none') || ' ' || persistent"
                        + " FROM sessions WHERE id = '" + session + "'");
    }
}
