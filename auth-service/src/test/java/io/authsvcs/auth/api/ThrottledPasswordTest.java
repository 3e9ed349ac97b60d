package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.throttle.TestThrottle.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.throttle.TestThrottle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Whoever has a token guesses the password behind it no faster than others do. */
class ThrottledPasswordTest {
    private static final String OTHER_PASSWORD = "orange giraffe 7";

    private final String email = anEmail();
    private final String userName = "name-of-" + email.replace("@example.com", "");
    private final TestApi api = new TestApi(TestThrottle.ONE).from(anAddress());
    private final String token = TestApi.json(
                    api.post("/v1/auth/register", Map.of("email", email, "userName", userName, "password", PASSWORD))
                            .expectStatus()
                            .isCreated())
            .get("token")
            .stringValue();

    @Test
    void theCurrentPasswordIsTriedFiveTimesToChangeIt() {
        for (int i = 0; i < 5; i++) {
            change("guess " + i).expectStatus().isForbidden();
        }

        change(PASSWORD).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        login("email", email).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void whoeverWatchesSeesRefusals() {
        for (int i = 0; i < 6; i++) {
            change("guess " + i);
        }

        assertThat(TestThrottle.ONE.metrics()).contains("auth_throttled_total{scope=\"account-and-network\"}");
    }

    @Test
    void theCurrentPasswordIsTriedFiveTimesToChangeAnAddress() {
        for (int i = 0; i < 5; i++) {
            move("guess " + i).expectStatus().isForbidden();
        }

        move(PASSWORD).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Each would cost a hash, or leave a message and a year's record behind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/auth/register",
                "/v1/auth/password/reset",
                "/auth/register/",
                "/api/authorization/signup",
                "/v1/auth/password/forgot",
                "/v1/auth/activate/resend"
            })
    void strangersMakeNoMoreWorkThanANetworkMayMake(String path) {
        TestApi stranger = new TestApi(TestThrottle.ONE).from(anAddress());
        for (int i = 0; i < 30; i++) {
            stranger.post(path, Map.of("email", "nobody@example.com"))
                    .expectStatus()
                    .value(status -> assertThat(status).isNotEqualTo(429));
        }

        stranger.post(path, Map.of("email", "nobody@example.com"))
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);
    }

    @Test
    void whoKnowsItIsGivenTheirTriesBack() {
        for (int i = 0; i < 6; i++) {
            move(PASSWORD).expectStatus().isOk();
        }
        change(PASSWORD).expectStatus().isOk();
    }

    @Test
    void allIdentifiersOfSomebodyCountTogether() {
        for (int i = 0; i < 5; i++) {
            api.post("/v1/auth/login", Map.of("email", email, "password", "guess " + i))
                    .expectStatus()
                    .isUnauthorized();
        }

        login("userName", userName).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void aLoginThatIsRepeatedForALostAnswerCountsForNothing() {
        for (int i = 0; i < 8; i++) {
            api.postOnce("/v1/auth/login", "gateway:" + email, Map.of("email", email, "password", PASSWORD))
                    .expectStatus()
                    .isOk();
        }
    }

    /** Else whoever guesses would learn that they were right. */
    @Test
    void theRightPasswordOfSomebodyWhoMayNotLogInCountsLikeAWrongOne() {
        TestDatabase.execute(
                TestThrottle.DATABASE, "UPDATE identities SET status = 'disabled' WHERE email = '" + email + "'");

        for (int i = 0; i < 5; i++) {
            login("email", email).expectStatus().isUnauthorized();
        }

        login("email", email).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    private ResponseSpec change(String current) {
        return api.call(
                HttpMethod.PUT,
                "/v1/auth/password",
                token,
                Map.of("currentPassword", current, "newPassword", OTHER_PASSWORD));
    }

    private ResponseSpec move(String current) {
        return api.call(HttpMethod.PATCH, "/v1/auth/me", token, Map.of("email", anEmail(), "currentPassword", current));
    }

    private ResponseSpec login(String identifier, String value) {
        return api.post("/v1/auth/login", Map.of(identifier, value, "password", PASSWORD));
    }
}
