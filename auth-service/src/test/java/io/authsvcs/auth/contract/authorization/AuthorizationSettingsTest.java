package io.authsvcs.auth.contract.authorization;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.api.TestApi;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** An instance on a laptop that asks for fresh logins and serves this API alone. */
class AuthorizationSettingsTest {
    private static final String DATABASE = TestDatabase.create();
    private static final TestInstance INSTANCE = TestInstance.start(
            DATABASE,
            "auth.contracts.enabled=authorization",
            "auth.contracts.authorization.cookie-secure=false",
            "auth.contracts.authorization.fresh-login=5m");

    private final TestApi api = new TestApi(INSTANCE);
    private final String email = anEmail();

    @AfterAll
    static void stop() {
        INSTANCE.close();
    }

    @Test
    void withoutTlsABrowserKeepsTheCookieAsWell() {
        assertThat(logIn()).matches("auth_session=[\\w-]{64}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void aLoginOfLongAgoIsNotEnoughToChangeThePassword() {
        String cookie = logIn();
        age("6 minutes");

        put(cookie)
                .expectStatus()
                .isForbidden()
                .expectBody(String.class)
                .isEqualTo("{\"errors\":[\"User is not authorized to update password.\"]}");
        api.login(email);
    }

    @Test
    void aFreshLoginIsEnough() {
        String cookie = logIn();
        age("4 minutes");

        put(cookie).expectStatus().isOk();
    }

    @Test
    void whatIsNotServedIsNotThere() {
        for (String path : new String[] {"/auth", "/auth/", "/auth/login", "/auth/login/", "/auth/register"}) {
            api.post(path, "{}").expectStatus().isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    private String logIn() {
        api.register(email);
        HttpHeaders headers = api.post("/api/authorization/login", Map.of("email", email, "password", PASSWORD))
                .returnResult(Void.class)
                .getResponseHeaders();
        return Objects.requireNonNull(headers.getFirst(HttpHeaders.SET_COOKIE));
    }

    private ResponseSpec put(String cookie) {
        return api.raw()
                .put()
                .uri("/api/authorization/password")
                .header(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("newPassword", "orange giraffe 7", "confirmPassword", "orange giraffe 7"))
                .exchange();
    }

    private void age(String interval) {
        TestDatabase.execute(
                DATABASE,
                "UPDATE sessions SET created_at = created_at - interval '" + interval + "' WHERE identity_id = "
                        + "(SELECT id FROM identities WHERE email = '" + email + "')");
    }
}
