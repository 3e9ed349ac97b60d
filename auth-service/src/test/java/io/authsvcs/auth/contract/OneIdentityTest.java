package io.authsvcs.auth.contract;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PUT;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestMail;
import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestSecondFactor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Five APIs, one identity: what is done by one of them at an instance holds for all of them at the other, at once. */
class OneIdentityTest {
    private static final String OTHER_PASSWORD = "orange giraffe 7";
    private static final String DATABASE = TestDatabase.create();
    private static final TestMail MAIL = TestMail.create();
    private static final TestInstance ONE = TestInstance.start(DATABASE, MAIL.setting());
    private static final TestInstance OTHER = TestInstance.start(DATABASE, MAIL.setting());
    private static final TestApi HERE = new TestApi(ONE);
    private static final TestApi THERE = new TestApi(OTHER);
    private static final String PARTNER =
            new TestPartners(HERE).create().get("token").stringValue();
    private static final TestCredential ADMINISTRATOR =
            TestDoor.CANONICAL.open(HERE, PARTNER, TestInstance.ADMIN_EMAIL, TestInstance.ADMIN_PASSWORD);

    private final String email = anEmail();

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    static Stream<Arguments> everyRegistrationAndDoor() {
        return Stream.of(TestDoor.CANONICAL, TestDoor.SLIDE, TestDoor.AUTHORIZATION)
                .flatMap(by -> Arrays.stream(TestDoor.values()).map(door -> Arguments.of(by, door)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyRegistrationAndDoor")
    void whoRegistersThroughOneLogsInThroughAll(TestDoor by, TestDoor door) {
        by.register(HERE, email).expectStatus().is2xxSuccessful();

        TestCredential credential = open(door, THERE);

        assertThat(credential.isAlive(HERE)).isTrue();
        assertThat(credential.validate(HERE).get("userID"))
                .isEqualTo(open(TestDoor.CANONICAL, HERE).validate(HERE).get("userID"));
    }

    static Stream<Arguments> everyDoorAndEnd() {
        return Arrays.stream(TestDoor.values())
                .flatMap(door -> Arrays.stream(TestEnd.values()).map(end -> Arguments.of(door, end)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyDoorAndEnd")
    void everyEndOfASessionEndsAllItsCredentials(TestDoor door, TestEnd end) {
        HERE.register(email);
        TestCredential credential = open(door, HERE);
        TestCredential sibling = credential.sibling(THERE);
        TestCredential bystander = open(TestDoor.CANONICAL, HERE);
        assertThat(List.of(credential, sibling, bystander)).allMatch(each -> each.isAlive(THERE));

        end.of(credential, HERE, ADMINISTRATOR, PARTNER).expectStatus().isOk();

        assertThat(List.of(credential, sibling)).noneMatch(each -> each.isAlive(THERE));
        assertThat(bystander.isAlive(THERE)).isNotEqualTo(end.endsAll());
    }

    @ParameterizedTest
    @EnumSource
    void everyEndOfASessionEndsItsRefreshToken(TestEnd end) {
        JsonNode granted = HERE.register(email);

        end.of(TestCredential.bearer(granted.get("token").stringValue()), HERE, ADMINISTRATOR, PARTNER)
                .expectStatus()
                .isOk();

        THERE.refresh(granted.get("refreshToken").stringValue()).expectStatus().isUnauthorized();
    }

    @Test
    void aDeletedSlideTokenEndsItsSession() {
        HERE.register(email);
        TestCredential credential = open(TestDoor.SLIDE, HERE);
        TestCredential sibling = credential.sibling(THERE);
        TestCredential bystander = open(TestDoor.AUTHORIZATION, HERE);

        bystander
                .call(HERE, DELETE, "/auth/tokens/" + credential.text().substring(0, 8) + "/")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(List.of(credential, sibling)).noneMatch(each -> each.isAlive(THERE));
        assertThat(bystander.isAlive(THERE)).isTrue();
    }

    static Stream<Arguments> everyChangeAndDoor() {
        // Seed 004's asks for no password, for which a partner's key isn't enough.
        return Stream.of("/v1/auth/password", "/api/authorization/password")
                .flatMap(path -> Arrays.stream(TestDoor.values())
                        .filter(door -> door != TestDoor.ALTEGIO || path.startsWith("/v1"))
                        .map(door -> Arguments.of(path, door)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyChangeAndDoor")
    void aChangedPasswordLeavesNothingFromBefore(String path, TestDoor door) {
        Past past = new Past();
        TestCredential credential = open(door, HERE);

        TestCredential next = changed(path, credential);

        assertThat(credential.isAlive(THERE)).isFalse();
        assertThat(next.isAlive(THERE)).isTrue();
        past.assertOver();
    }

    @Test
    void aPasswordThatWasResetLeavesNothingFromBefore() {
        Past past = new Past();
        HERE.post("/v1/auth/password/forgot", Map.of("email", email))
                .expectStatus()
                .isEqualTo(HttpStatus.ACCEPTED);
        String token = MAIL.awaitToken(email);

        HERE.post("/v1/auth/password/reset", Map.of("resetToken", token, "newPassword", OTHER_PASSWORD))
                .expectStatus()
                .isOk();

        past.assertOver();
    }

    @Test
    void aPasswordThatWasResetOpensNothingAndLeavesTheSecondFactor() {
        TestSecondFactor ann = TestSecondFactor.active(HERE, email, HERE.register(email));
        HERE.post("/v1/auth/password/forgot", Map.of("email", email));
        JsonNode answer = json(HERE.post(
                        "/v1/auth/password/reset",
                        Map.of("resetToken", MAIL.awaitToken(email), "newPassword", OTHER_PASSWORD))
                .expectStatus()
                .isOk());

        assertThat(answer.toString()).isEqualTo("{}");
        assertThat(THERE.validate(ann.token()).get("isValid").booleanValue()).isFalse();
        for (TestDoor door : TestDoor.values()) {
            door.knock(THERE, PARTNER, email, OTHER_PASSWORD).expectStatus().is4xxClientError();
        }
        THERE.post("/v1/auth/login", Map.of("email", email, "password", OTHER_PASSWORD, "code", ann.nextCode()))
                .expectStatus()
                .isOk();
    }

    /** Somebody who is signed in through every door. */
    private final class Past {
        private final String refreshToken =
                HERE.register(email).get("refreshToken").stringValue();
        private final List<TestCredential> credentials =
                Arrays.stream(TestDoor.values()).map(door -> open(door, HERE)).toList();
        private final List<TestCredential> siblings =
                credentials.stream().map(each -> each.sibling(HERE)).toList();

        Past() {
            assertThat(credentials).allMatch(each -> each.isAlive(THERE));
            assertThat(siblings).allMatch(each -> each.isAlive(THERE));
        }

        void assertOver() {
            assertThat(credentials).noneMatch(each -> each.isAlive(THERE));
            assertThat(siblings).noneMatch(each -> each.isAlive(THERE));
            THERE.refresh(refreshToken).expectStatus().isUnauthorized();
            for (TestDoor door : TestDoor.values()) {
                door.knock(THERE, PARTNER, email, PASSWORD).expectStatus().isUnauthorized();
                TestCredential next = door.open(THERE, PARTNER, email, OTHER_PASSWORD);
                assertThat(next.isAlive(HERE)).isTrue();
                assertThat(credentials).extracting(TestCredential::text).doesNotContain(next.text());
            }
        }
    }

    private TestCredential open(TestDoor door, TestApi api) {
        return door.open(api, PARTNER, email, PASSWORD);
    }

    private static TestCredential changed(String path, TestCredential credential) {
        ResponseSpec answer = credential
                .call(HERE, PUT, path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "currentPassword", PASSWORD,
                        "newPassword", OTHER_PASSWORD,
                        "confirmPassword", OTHER_PASSWORD))
                .exchange()
                .expectStatus()
                .isOk();
        return path.startsWith("/api") ? TestDoor.cookie(answer) : TestDoor.CANONICAL.credential(json(answer), PARTNER);
    }
}
