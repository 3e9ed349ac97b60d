package io.authsvcs.auth.contract;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.admin.TestUsers;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import io.authsvcs.auth.api.TestSecondFactor;
import io.authsvcs.auth.api.TestStrict;
import io.authsvcs.common.Contract;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No door leads around a second factor. */
class SecondFactorDoorsTest {
    private static final TestApi API = TestPair.one();
    private static final String PARTNER =
            new TestPartners(API).create().get("token").stringValue();
    private static final String SENTENCE = "Second factor required";

    private final String email = anEmail();
    private final JsonNode registered = API.register(email);

    @ParameterizedTest
    @EnumSource
    void whoHasOneIsRefusedByThePasswordAlone(TestDoor door) {
        TestSecondFactor.active(API, email, registered);

        assertRefused(door, door.knock(API, PARTNER, email, PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void whoseRoleAsksForOneIsRefusedByThePasswordAlone(TestDoor door) {
        new TestUsers(API)
                .setRoles(registered.get("userID").stringValue(), List.of("user", "auditor"))
                .expectStatus()
                .isOk();

        assertRefused(door, door.knock(new TestApi(TestStrict.INSTANCE), PARTNER, email, PASSWORD));
        door.knock(API, PARTNER, email, PASSWORD).expectStatus().is2xxSuccessful();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsWrongIsAnsweredAsEver(TestDoor door) {
        Shape before = Shape.of(door.knock(API, PARTNER, email, "wrong"));
        TestSecondFactor.active(API, email, registered);

        assertThat(Shape.of(door.knock(API, PARTNER, email, "wrong"))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aBrowserThatIsKnownIsNoSecondFactor(TestDoor door) {
        String device = deviceCookie(API.post("/v1/auth/login", Map.of("email", email, "password", PASSWORD)));
        TestSecondFactor.active(API, email, registered);

        assertRefused(door, door.knock(API.with(HttpHeaders.COOKIE, device), PARTNER, email, PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasGivenBeforeIsDead(TestDoor door) {
        TestCredential credential = door.open(API, PARTNER, email, PASSWORD);
        TestCredential sibling = credential.sibling(API);

        TestSecondFactor.active(API, email, registered);

        assertThat(List.of(credential, sibling)).noneMatch(each -> each.isAlive(TestPair.other()));
        credential
                .call(API, HttpMethod.POST, "/auth/token")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    /** Of a session that was opened by both. */
    @Test
    void aTokenForATokenSaysWhatTheSessionSays() {
        TestSecondFactor ann = TestSecondFactor.active(API, email, registered);

        TestCredential sibling = TestCredential.bearer(ann.token()).sibling(TestPair.other());

        assertThat(sibling.isAlive(API)).isTrue();
        JsonNode introspected = TestApi.json(TestCredential.bearer(PARTNER)
                .call(API, HttpMethod.POST, "/oauth2/introspect")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("token=" + sibling.text())
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(introspected.get("amr").toString()).isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ALTEGIO", "EDUMAPS"})
    void toRegisterOnceMoreGivesNothing(TestDoor door) {
        TestSecondFactor.active(API, email, registered);

        ResponseSpec answer = door.register(API, email);

        answer.expectStatus().is4xxClientError().expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
    }

    /** It asks for no password, but what shows who it is was opened by both, and goes on so. */
    @Test
    void thePasswordOfAuthorizationIsChangedWithinASessionOfBoth() {
        TestSecondFactor ann = TestSecondFactor.active(API, email, registered);

        TestCredential next = TestDoor.cookie(TestCredential.bearer(ann.token())
                .call(API, HttpMethod.PUT, "/api/authorization/password")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("newPassword", "orange giraffe 7", "confirmPassword", "orange giraffe 7"))
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(next.isAlive(TestPair.other())).isTrue();
        assertRefused(TestDoor.AUTHORIZATION, TestDoor.AUTHORIZATION.knock(API, PARTNER, email, "orange giraffe 7"));
    }

    @Test
    void aPartnersKeyConfirmsNoSecondFactor() {
        TestCredential key = TestDoor.ALTEGIO.open(API, PARTNER, email, PASSWORD);
        String secret = TestSecondFactor.secret(TestSecondFactor.begin(API, key.text()));

        TestSecondFactor.confirm(API, key.text(), TestSecondFactor.code(secret, 0))
                .expectStatus()
                .isForbidden();

        assertThat(key.isAlive(API)).isTrue();
    }

    static Stream<Arguments> everyDoorAndEnd() {
        return Stream.of(TestDoor.values())
                .flatMap(door -> Stream.of("disabled", "deleted").map(status -> Arguments.of(door, status)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyDoorAndEnd")
    void whoMayNotLogInIsAnsweredLikeAnybodyElseWhoMayNot(TestDoor door, String status) {
        String withoutOne = anEmail();
        String id = API.register(withoutOne).get("userID").stringValue();
        TestSecondFactor ann = TestSecondFactor.active(API, email, registered);
        for (String each : List.of(id, ann.userID())) {
            TestDatabase.execute(
                    TestPair.DATABASE, "UPDATE identities SET status = '" + status + "' WHERE id = '" + each + "'");
        }

        Shape answer = Shape.of(door.knock(API, PARTNER, email, PASSWORD));

        assertThat(answer.body().replace(email, ""))
                .isEqualTo(Shape.of(door.knock(API, PARTNER, withoutOne, PASSWORD))
                        .body()
                        .replace(withoutOne, ""))
                .doesNotContain(SENTENCE);
    }

    /** What tells one answer from another. */
    private record Shape(HttpStatusCode status, String body, Optional<String> authenticate) {
        static Shape of(ResponseSpec answer) {
            var result = answer.expectBody(String.class).returnResult();
            return new Shape(
                    result.getStatus(),
                    Objects.requireNonNullElse(result.getResponseBody(), ""),
                    Optional.ofNullable(result.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)));
        }
    }

    private static void assertRefused(TestDoor door, ResponseSpec answer) {
        Status status = door == TestDoor.ALTEGIO ? Status.FORBIDDEN : Status.UNAUTHORIZED;
        answer.expectStatus()
                .isEqualTo(status.code())
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectBody()
                .json(new JsonMapper().writeValueAsString(error(door, status)));
    }

    private static Object error(TestDoor door, Status status) {
        return Contract.find(door.name().toLowerCase(Locale.ROOT))
                .map(contract -> contract.error(status, SENTENCE, List.of()))
                .orElse(Map.of("reason", SENTENCE));
    }

    private static String deviceCookie(ResponseSpec login) {
        String set = Objects.requireNonNull(login.expectStatus()
                .isOk()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.SET_COOKIE));
        return set.substring(0, set.indexOf(';'));
    }
}
