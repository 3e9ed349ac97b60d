package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.SecondFactorTest.amr;
import static io.authsvcs.auth.api.SecondFactorTest.assertRefused;
import static io.authsvcs.auth.api.SecondFactorTest.token;
import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static io.authsvcs.auth.api.TestSecondFactor.PATH;
import static io.authsvcs.auth.api.TestSecondFactor.finish;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.admin.TestUsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** An instance that asks auditors for a second factor, beside one that doesn't yet. */
class DemandedSecondFactorTest {
    private static final TestApi API = new TestApi(TestStrict.INSTANCE);
    private static final TestApi LENIENT = TestPair.one();
    private static final TestUsers USERS = new TestUsers(API);

    private final String email = anEmail();
    private final JsonNode registered = API.register(email);
    private final String id = registered.get("userID").stringValue();

    @Test
    void whoHasNoSuchRoleLogsInByThePassword() {
        assertThat(amr(token(API.login(email)))).isEqualTo("[\"pwd\"]");
    }

    @Test
    void whoGetsTheRoleHasNoSessionOfOneFactorAnyMore() {
        appoint();

        assertThat(API.validate(token(registered)).get("reason").stringValue()).isEqualTo("session revoked");
        API.refresh(registered.get("refreshToken").stringValue()).expectStatus().isUnauthorized();
        USERS.setRoles(id, List.of("user"));
        assertThat(LENIENT.validate(token(registered)).get("reason").stringValue())
                .as("not even without the role again")
                .isEqualTo("session revoked");
    }

    @Test
    void whoGetsTheRoleKeepsASessionOfTwoFactors() {
        TestSecondFactor ann = TestSecondFactor.active(API, email, registered);

        appoint();

        assertThat(API.validate(ann.token()).get("isValid").booleanValue()).isTrue();
        API.refresh(ann.refreshToken()).expectStatus().isOk();
    }

    @Test
    void aSessionFromBeforeThePolicyIsGoodForNothing() {
        new TestUsers(LENIENT)
                .setRoles(id, List.of("user", "banker"))
                .expectStatus()
                .isOk();
        assertThat(LENIENT.validate(token(registered)).get("isValid").booleanValue())
                .as("where nobody asks for more")
                .isTrue();

        assertThat(API.validate(token(registered)).get("reason").stringValue()).isEqualTo("session revoked");
        API.refresh(registered.get("refreshToken").stringValue()).expectStatus().isUnauthorized();
        API.getBearer("/v1/auth/me", token(registered)).expectStatus().isUnauthorized();
        TestSecondFactor.begin(API, token(registered)).expectStatus().isUnauthorized();
        API.call(HttpMethod.POST, "/auth/token", token(registered))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void whoHasToHaveOneBeginsAndConfirmsItByTheChallengeOfTheirLogin() {
        appoint();
        JsonNode half = json(login().expectStatus().isUnauthorized());
        assertThat(half.get("reason").stringValue()).isEqualTo("Second factor required");
        assertThat(half.get("enrolment").booleanValue()).isTrue();
        String challenge = half.get("challenge").stringValue();
        assertRefused(finish(API, challenge, "123456"), HttpStatus.CONFLICT, "No second factor was begun");

        JsonNode begun = json(
                API.post(PATH, Map.of("challenge", challenge)).expectStatus().isCreated());
        String secret = begun.get("secret").stringValue();
        assertThat(begun.get("uri").stringValue()).startsWith("otpauth://totp/auth-svcs:");
        assertRefused(
                finish(API, challenge, TestSecondFactor.wrongCode(secret)), HttpStatus.UNAUTHORIZED, "Wrong code");
        JsonNode login = json(finish(API, challenge, TestSecondFactor.code(secret, 0))
                .expectStatus()
                .isOk());

        assertThat(amr(token(login))).isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
        assertThat(API.validate(token(login)).get("isValid").booleanValue()).isTrue();
        List<String> codes = TestSecondFactor.recoveryCodes(login);
        assertThat(codes).hasSize(10);
        assertRefused(
                finish(API, challenge, TestSecondFactor.code(secret, 1)),
                HttpStatus.UNAUTHORIZED,
                "Invalid or expired challenge");
        API.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD, "code", codes.getFirst()))
                .expectStatus()
                .isOk();
    }

    @Test
    void toBeginIsRepeatedAndSoIsTheLoginThatEndsIt() {
        appoint();
        String challenge = json(login()).get("challenge").stringValue();
        Map<String, String> begin = Map.of("challenge", challenge);
        JsonNode begun = json(API.postOnce(PATH, "gateway:begin", begin));
        assertThat(json(API.postOnce(PATH, "gateway:begin", begin))).isEqualTo(begun);

        Map<String, String> end = Map.of(
                "challenge",
                challenge,
                "code",
                TestSecondFactor.code(begun.get("secret").stringValue(), 0));
        JsonNode ended = json(API.postOnce("/v1/auth/login/second-factor", "gateway:end", end)
                .expectStatus()
                .isOk());
        assertThat(json(LENIENT.postOnce("/v1/auth/login/second-factor", "gateway:end", end)
                        .expectStatus()
                        .isOk()))
                .isEqualTo(ended);
        assertThat(TestSecondFactor.recoveryCodes(ended)).hasSize(10);
    }

    @Test
    void aCodeThatNobodyCanHaveIsAnsweredByTheWayToOne() {
        appoint();

        JsonNode half = json(API.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD, "code", "123456"))
                .expectStatus()
                .isUnauthorized());

        assertThat(half.get("enrolment").booleanValue()).isTrue();
    }

    @Test
    void nobodyRemovesWhatTheirRoleAsksFor() {
        TestSecondFactor ann = TestSecondFactor.active(API, email, registered).rested(TestPair.DATABASE);
        appoint();

        assertRefused(
                API.call(HttpMethod.DELETE, PATH, ann.token(), Map.of("currentPassword", PASSWORD, "code", ann.code())),
                HttpStatus.CONFLICT,
                "A role demands a second factor");
    }

    @Test
    void anAdministratorWhoTakesItAwayMakesThemBeginAnew() {
        TestSecondFactor.active(API, email, registered);
        appoint();

        USERS.resetSecondFactor(id).expectStatus().isOk();

        assertThat(json(login().expectStatus().isUnauthorized())
                        .get("enrolment")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void whereEverybodyNeedsOneToRegisterSignsNobodyIn() {
        try (TestInstance strictest = TestInstance.start(TestPair.DATABASE, "auth.second-factor.roles=user")) {
            TestApi api = new TestApi(strictest);
            String newcomer = anEmail();

            assertThat(api.register(newcomer).propertyNames()).containsExactly("userID");
            assertThat(json(api.post("/v1/auth/login", Map.of("email", newcomer, "password", PASSWORD))
                                    .expectStatus()
                                    .isUnauthorized())
                            .get("enrolment")
                            .booleanValue())
                    .isTrue();
        }
    }

    private void appoint() {
        USERS.setRoles(id, List.of("user", "auditor")).expectStatus().isOk();
    }

    private ResponseSpec login() {
        return API.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD));
    }
}
