package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static io.authsvcs.auth.api.TestSecondFactor.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.common.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What its owner does with a second factor, who is signed in; what is done at one instance holds at the other. */
class SecondFactorTest {
    private static final TestApi ONE = TestPair.one();
    private static final TestApi OTHER = TestPair.other();
    private static final String OTHER_PASSWORD = "orange giraffe 7";

    @Test
    void itIsPendingUntilItIsConfirmed() {
        String email = anEmail();
        String token = token(ONE.register(email));
        assertThat(standing(token).toString()).isEqualTo("{\"state\":\"none\",\"recoveryCodesLeft\":0}");

        JsonNode begun = json(TestSecondFactor.begin(ONE, token).expectStatus().isCreated());

        String secret = begun.get("secret").stringValue();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(begun.get("uri").stringValue())
                .isEqualTo("otpauth://totp/auth-svcs:" + email.replace("@", "%40") + "?secret=" + secret
                        + "&issuer=auth-svcs&algorithm=SHA1&digits=6&period=30");
        assertThat(standing(token).get("state").stringValue()).isEqualTo("pending");
        ONE.login(email);

        JsonNode confirmed = json(TestSecondFactor.confirm(OTHER, token, TestSecondFactor.code(secret, 0))
                .expectStatus()
                .isOk());

        assertThat(TestSecondFactor.recoveryCodes(confirmed)).hasSize(10).doesNotHaveDuplicates();
        JsonNode standing = standing(token);
        assertThat(standing.propertyNames()).containsExactly("state", "since", "recoveryCodesLeft");
        assertThat(standing.get("state").stringValue()).isEqualTo("active");
        assertThat(standing.get("recoveryCodesLeft").intValue()).isEqualTo(10);
    }

    @Test
    void toAskAgainBeforeItIsConfirmedReplacesIt() {
        String token = token(ONE.register(anEmail()));
        String first = TestSecondFactor.secret(TestSecondFactor.begin(ONE, token));
        String second = TestSecondFactor.secret(TestSecondFactor.begin(OTHER, token));

        assertThat(second).isNotEqualTo(first);
        assertRefused(
                TestSecondFactor.confirm(ONE, token, TestSecondFactor.code(first, 0)),
                HttpStatus.FORBIDDEN,
                "Wrong code");
        TestSecondFactor.confirm(ONE, token, TestSecondFactor.code(second, 0))
                .expectStatus()
                .isOk();
    }

    @Test
    void onlyItsOwnerBeginsItWhoKnowsThePassword() {
        String token = token(ONE.register(anEmail()));

        assertRefused(
                ONE.call(HttpMethod.POST, PATH, token, Map.of("currentPassword", "wrong")),
                HttpStatus.FORBIDDEN,
                "Wrong current password");
        ONE.call(HttpMethod.POST, PATH, token, Map.of()).expectStatus().isBadRequest();
        assertRefused(ONE.post(PATH, Map.of("currentPassword", PASSWORD)), HttpStatus.UNAUTHORIZED, "Missing token");
        assertThat(standing(token).get("state").stringValue()).isEqualTo("none");
    }

    @Test
    void oneThatIsActiveIsNotBegunNorConfirmedAnew() {
        TestSecondFactor ann = TestSecondFactor.active(ONE);

        assertRefused(
                TestSecondFactor.begin(OTHER, ann.token()), HttpStatus.CONFLICT, "A second factor is active already");
        assertRefused(
                TestSecondFactor.confirm(OTHER, ann.token(), ann.nextCode()),
                HttpStatus.CONFLICT,
                "No second factor was begun");
    }

    @Test
    void theSessionAtHandGoesOnAsOneOfTwoFactorsAndAllOthersEnd() {
        String email = anEmail();
        JsonNode first = ONE.register(email);
        JsonNode other = ONE.login(email);
        assertThat(amr(token(first))).isEqualTo("[\"pwd\"]");

        TestSecondFactor ann = TestSecondFactor.active(ONE, email, first);

        assertThat(OTHER.validate(ann.token()).get("isValid").booleanValue()).isTrue();
        assertThat(OTHER.validate(token(other)).get("reason").stringValue()).isEqualTo("session revoked");
        OTHER.refresh(other.get("refreshToken").stringValue()).expectStatus().isUnauthorized();
        JsonNode refreshed =
                json(OTHER.refresh(ann.refreshToken()).expectStatus().isOk());
        assertThat(amr(token(refreshed))).isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
    }

    @Test
    void aSessionThatAnOlderReleaseHasOpenedMeanwhileIsNotBelieved() {
        TestSecondFactor ann = TestSecondFactor.active(ONE);
        TestDatabase.execute(
                TestPair.DATABASE, "UPDATE sessions SET methods = DEFAULT WHERE identity_id = '" + ann.userID() + "'");

        assertThat(OTHER.validate(ann.token()).get("reason").stringValue()).isEqualTo("session revoked");
        OTHER.refresh(ann.refreshToken()).expectStatus().isUnauthorized();
    }

    @Test
    void anotherPasswordKeepsItAndAsksForNoCode() {
        TestSecondFactor ann = TestSecondFactor.active(ONE).rested(TestPair.DATABASE);

        JsonNode changed = json(ONE.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        ann.token(),
                        Map.of("currentPassword", PASSWORD, "newPassword", OTHER_PASSWORD))
                .expectStatus()
                .isOk());

        assertThat(amr(token(changed))).isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
        assertThat(standing(token(changed)).get("state").stringValue()).isEqualTo("active");
        assertRefused(
                ONE.post("/v1/auth/login", Map.of("email", ann.email(), "password", OTHER_PASSWORD)),
                HttpStatus.UNAUTHORIZED,
                "Second factor required");
    }

    @Test
    void recoveryCodesAreRenewedByBothFactors() {
        TestSecondFactor ann = TestSecondFactor.active(ONE).rested(TestPair.DATABASE);
        assertRefused(renew(ann, "wrong", ann.code()), HttpStatus.FORBIDDEN, "Wrong current password");
        assertRefused(renew(ann, PASSWORD, ann.wrongCode()), HttpStatus.FORBIDDEN, "Wrong code");

        List<String> codes = TestSecondFactor.recoveryCodes(
                json(renew(ann, PASSWORD, ann.code()).expectStatus().isOk()));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(ann.recoveryCodes());
        assertRefused(ann.login(OTHER, ann.recoveryCodes().getFirst()), HttpStatus.UNAUTHORIZED, "Wrong code");
        ann.login(OTHER, codes.getFirst()).expectStatus().isOk();
        assertThat(standing(ann.token()).get("recoveryCodesLeft").intValue()).isEqualTo(9);
    }

    @Test
    void itIsRemovedByBothFactors() {
        TestSecondFactor ann = TestSecondFactor.active(ONE).rested(TestPair.DATABASE);
        String challenge = ann.challenge(ONE);
        assertRefused(remove(ann, "wrong", ann.code()), HttpStatus.FORBIDDEN, "Wrong current password");
        assertRefused(remove(ann, PASSWORD, ann.wrongCode()), HttpStatus.FORBIDDEN, "Wrong code");

        assertThat(json(remove(ann, PASSWORD, ann.recoveryCodes().getFirst())
                                .expectStatus()
                                .isOk())
                        .toString())
                .isEqualTo("{}");

        assertThat(amr(token(OTHER.login(ann.email())))).isEqualTo("[\"pwd\"]");
        assertRefused(
                TestSecondFactor.finish(OTHER, challenge, ann.code()),
                HttpStatus.UNAUTHORIZED,
                "Invalid or expired challenge");
        assertRefused(remove(ann, PASSWORD, ann.code()), HttpStatus.CONFLICT, "No second factor is active");
    }

    @Test
    void aRequestThatIsRepeatedGetsWhatItGotTheFirstTime() {
        String email = anEmail();
        String token = token(ONE.register(email));
        Map<String, String> begin = Map.of("currentPassword", PASSWORD);
        String secret = TestSecondFactor.secret(once(ONE, HttpMethod.POST, PATH, token, begin));
        assertThat(TestSecondFactor.secret(once(OTHER, HttpMethod.POST, PATH, token, begin)))
                .isEqualTo(secret);

        Map<String, String> confirm = Map.of("code", TestSecondFactor.code(secret, 0));
        JsonNode confirmed = json(once(ONE, HttpMethod.POST, PATH + "/confirm", token, confirm));
        assertThat(json(once(OTHER, HttpMethod.POST, PATH + "/confirm", token, confirm)))
                .isEqualTo(confirmed);

        Map<String, String> renew = Map.of("currentPassword", PASSWORD, "code", TestSecondFactor.code(secret, 1));
        JsonNode renewed = json(once(ONE, HttpMethod.POST, PATH + "/recovery-codes", token, renew));
        assertThat(json(once(OTHER, HttpMethod.POST, PATH + "/recovery-codes", token, renew)))
                .isEqualTo(renewed)
                .isNotEqualTo(confirmed);

        Map<String, String> remove = Map.of(
                "currentPassword",
                PASSWORD,
                "code",
                TestSecondFactor.recoveryCodes(renewed).getFirst());
        once(ONE, HttpMethod.DELETE, PATH, token, remove).expectStatus().isOk();
        once(OTHER, HttpMethod.DELETE, PATH, token, remove).expectStatus().isOk();
    }

    @Test
    void everyDeedIsOnRecordAndNoSecretWithIt() {
        TestSecondFactor ann = TestSecondFactor.active(ONE).rested(TestPair.DATABASE);
        ann.login(ONE, ann.recoveryCodes().getFirst()).expectStatus().isOk();
        ann.login(ONE, ann.wrongCode()).expectStatus().isUnauthorized();
        renew(ann, PASSWORD, ann.code()).expectStatus().isOk();
        remove(ann, PASSWORD, ann.nextCode()).expectStatus().isOk();

        String events = TestDatabase.ask(
                TestPair.DATABASE,
                "SELECT string_agg(action || coalesce(' (' || refusal || ')', ''), ', ' ORDER BY at, id)"
                        + " FROM audit_events WHERE subject = '" + ann.userID() + "'");
        assertThat(events)
                .isEqualTo("register, begin-second-factor, confirm-second-factor, use-recovery-code, login,"
                        + " login (Wrong code), renew-recovery-codes, remove-second-factor");
        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT string_agg(e::text, ' ') FROM audit_events e WHERE subject = '" + ann.userID() + "'"))
                .doesNotContain(ann.secret())
                .doesNotContain(ann.recoveryCodes());
    }

    private static ResponseSpec renew(TestSecondFactor owner, String password, String code) {
        return ONE.call(
                HttpMethod.POST,
                PATH + "/recovery-codes",
                owner.token(),
                Map.of("currentPassword", password, "code", code));
    }

    private static ResponseSpec remove(TestSecondFactor owner, String password, String code) {
        return ONE.call(HttpMethod.DELETE, PATH, owner.token(), Map.of("currentPassword", password, "code", code));
    }

    private static ResponseSpec once(TestApi api, HttpMethod method, String path, String token, Object body) {
        return api.raw()
                .method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:" + method + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode standing(String token) {
        return json(OTHER.getBearer(PATH, token).expectStatus().isOk());
    }

    static void assertRefused(ResponseSpec answer, HttpStatus status, String reason) {
        assertThat(json(answer.expectStatus().isEqualTo(status)).get("reason").stringValue())
                .isEqualTo(reason);
    }

    static String amr(String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return payload.replaceFirst(".*\"amr\":(\\[[^]]*]).*", "$1");
    }

    static String token(JsonNode login) {
        return login.get("token").stringValue();
    }
}
