package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestMail;
import io.authsvcs.auth.credential.TestBreachList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The same rules wherever a password is set. */
class PasswordRulesTest {
    private static final String BREACHED = "correct horse 12";
    private static final String LONG = "purple m" + "x".repeat(1_017);

    @TempDir
    private static Path folder = Path.of("");

    private static final String DATABASE = TestDatabase.create();
    private static final TestMail MAIL = TestMail.create();
    private static TestInstance instance;
    private static TestApi api;

    @BeforeAll
    static void start() throws IOException {
        Path list = folder.resolve("breached.bin");
        Files.write(list, TestBreachList.of(BREACHED));
        instance = TestInstance.start(DATABASE, MAIL.setting(), "auth.passwords.breach-list=" + list);
        api = new TestApi(instance);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    /** Where a password is set. */
    enum Door {
        REGISTER {
            @Override
            ResponseSpec set(String email, String password) {
                return api.post("/v1/auth/register", Map.of("email", email, "password", password));
            }
        },
        CHANGE {
            @Override
            ResponseSpec set(String email, String password) {
                String token = api.register(email).get("token").stringValue();
                return api.call(
                        HttpMethod.PUT,
                        "/v1/auth/password",
                        token,
                        Map.of("currentPassword", PASSWORD, "newPassword", password));
            }
        },
        RESET {
            @Override
            ResponseSpec set(String email, String password) {
                api.register(email);
                api.post("/v1/auth/password/forgot", Map.of("email", email))
                        .expectStatus()
                        .isAccepted();
                return api.post(
                        "/v1/auth/password/reset",
                        Map.of("resetToken", MAIL.awaitToken(email), "newPassword", password));
            }
        },
        CREATE {
            @Override
            ResponseSpec set(String email, String password) {
                String administrator = json(api.post(
                                "/v1/auth/login",
                                Map.of("email", TestInstance.ADMIN_EMAIL, "password", TestInstance.ADMIN_PASSWORD)))
                        .get("token")
                        .stringValue();
                return api.call(
                        HttpMethod.POST,
                        "/v1/admin/users",
                        administrator,
                        Map.of("email", email, "password", password));
            }
        },
        SLIDE {
            @Override
            ResponseSpec set(String email, String password) {
                return api.post(
                        "/auth/register/",
                        Map.of(
                                "first_name",
                                "A",
                                "last_name",
                                "B",
                                "email",
                                email,
                                "password1",
                                password,
                                "password2",
                                password));
            }
        },
        SIGNUP {
            @Override
            ResponseSpec set(String email, String password) {
                return api.post(
                        "/api/authorization/signup",
                        Map.of("email", email, "fullName", "A B", "password", password, "confirmPassword", password));
            }
        },
        AUTHORIZATION {
            @Override
            ResponseSpec set(String email, String password) {
                String token = api.register(email).get("token").stringValue();
                return api.call(
                        HttpMethod.PUT,
                        "/api/authorization/password",
                        token,
                        Map.of("newPassword", password, "confirmPassword", password));
            }
        };

        abstract ResponseSpec set(String email, String password);

        int refusal() {
            return this == SIGNUP || this == AUTHORIZATION ? 422 : 400;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordWithItsOwnersNameIsRefused(Door door) {
        String email = anEmail();

        assertRefused(door, email, "my " + email, "ust not contain your own e-mail address");
    }

    @ParameterizedTest
    @EnumSource
    void aBreachedPasswordIsRefused(Door door) {
        assertRefused(door, anEmail(), BREACHED, "s known from a breach of another service");
    }

    @ParameterizedTest
    @EnumSource
    void anOverlongPasswordIsRefusedAndNotCut(Door door) {
        assertRefused(door, anEmail(), LONG, "ust be 8 to 1,024 bytes long");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGuessedAtOnceIsRefusedWithAdvice(Door door) {
        assertRefused(door, anEmail(), "abcdefgh", "ould be guessed at once. Add another word or two");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSetInOneFormIsGoodInAnother(Door door) {
        String email = anEmail();
        door.set(email, "cafe\u0301 au\u00a0lait").expectStatus().is2xxSuccessful();

        api.post("/v1/auth/login", Map.of("email", email, "password", "caf\u00e9 au lait"))
                .expectStatus()
                .isOk();
        api.post("/v1/auth/login", Map.of("email", email, "password", LONG))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aPasswordStaysGoodHoweverOldItIs() {
        String email = anEmail();
        api.register(email);
        TestDatabase.execute(DATABASE, "UPDATE credentials SET updated_at = updated_at - interval '30 years'");

        api.login(email);
    }

    private static void assertRefused(Door door, String email, String password, String sentence) {
        String body = door.set(email, password)
                .expectStatus()
                .isEqualTo(door.refusal())
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).contains(sentence);
    }
}
