package io.authsvcs.auth.admin;

import static io.authsvcs.auth.TestKeys.json;
import static io.authsvcs.auth.TestKeys.kidOf;
import static io.authsvcs.auth.TestKeys.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestKeys;
import io.authsvcs.auth.persistence.Columns;
import io.authsvcs.auth.persistence.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Two instances that share their keys; nothing rotates but what a test asks for. */
class KeysEndpointTest {
    private static final String[] QUICK = {
        "auth.token.publish-ahead=5s", "auth.token.reload-interval=200ms", "auth.token.rotation-interval=0"
    };
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static TestInstance oneInstance;
    private static TestInstance otherInstance;
    private static TestKeys one;
    private static TestKeys other;

    @BeforeAll
    static void start() {
        String database = TestDatabase.create();
        oneInstance = TestInstance.start(database, QUICK);
        otherInstance = TestInstance.start(database, QUICK);
        one = new TestKeys(oneInstance);
        other = new TestKeys(otherInstance);
    }

    @AfterAll
    static void stop() {
        oneInstance.close();
        otherInstance.close();
    }

    @Test
    void keysAreForAdministrators() {
        String user = text(
                json(oneInstance
                        .client()
                        .post()
                        .uri("/v1/auth/register")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("email", "user@example.com", "password", "purple monkey 9"))
                        .exchange()),
                "token");

        one.list(user).expectStatus().isForbidden();
        one.rotate(user).expectStatus().isForbidden();
        one.revoke("x", user).expectStatus().isForbidden();
        one.rotate("").expectStatus().isUnauthorized();
    }

    @Test
    void aNewKeyIsPublishedEverywhereBeforeItSigns() {
        String admin = settledLogIn();
        String former = one.kids("current", admin).getFirst();

        JsonNode next = json(one.rotate(admin).expectStatus().isCreated());

        assertThat(next.propertyNames()).containsExactly("kid", "algorithm", "state", "createdAt", "signsFrom");
        assertThat(text(next, "state")).isEqualTo("next");
        assertThat(text(next, "algorithm")).isEqualTo("RS256");
        assertThat(Duration.between(instant(next, "createdAt"), instant(next, "signsFrom")))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        Awaitility.await().atMost(SOON).until(() -> other.publishedKids().contains(text(next, "kid")));
        Awaitility.await().atMost(SOON).until(() -> one.kids("current", admin).equals(List.of(text(next, "kid"))));
        assertThat(one.kids("former", admin)).contains(former);
        assertThat(other.publishedKids()).contains(former);
        assertThat(other.validate(admin)).isEqualTo("valid");
        Awaitility.await().atMost(SOON).until(() -> kidOf(other.logIn()).equals(text(next, "kid")));
    }

    /** An hour, which is as long as a token lives, from when it can have signed the last one. */
    @Test
    void aFormerKeyVerifiesUntilItsLastTokenIsOut() {
        String admin = settledLogIn();
        String former = one.kids("current", admin).getFirst();

        JsonNode next = json(one.rotate(admin).expectStatus().isCreated());

        JsonNode ending = json(one.list(admin))
                .get("keys")
                .valueStream()
                .filter(key -> text(key, "kid").equals(former))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(instant(next, "signsFrom"), instant(ending, "verifiesUntil")))
                .isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void ofSeveralRotationsAtOnceOneIsMade() throws InterruptedException {
        // As long as usual: the others come late on a busy machine.
        String shared = TestDatabase.create();
        try (TestInstance first = TestInstance.start(shared);
                TestInstance second = TestInstance.start(shared);
                ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<TestKeys> instances = List.of(new TestKeys(first), new TestKeys(second));
            String admin = instances.getFirst().logIn();
            List<String> answered = callers
                    .invokeAll(IntStream.range(0, 6)
                            .<Callable<String>>mapToObj(caller ->
                                    () -> rotated(instances.get(caller % 2).rotate(admin)))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answered).hasSize(6).containsOnly(answered.getFirst());
            assertThat(json(instances.getLast().list(admin)).get("keys").size()).isEqualTo(2);
            assertThat(audited(first, "rotate-key", answered.getFirst())).isEqualTo(1);
        }
    }

    @Test
    void aRevokedCurrentKeyIsRefusedEverywhereAndAnotherSignsAtOnce() {
        String token = settledLogIn();
        String kid = kidOf(token);
        // Both have verified it before, and remember.
        assertThat(one.validate(token)).isEqualTo("valid");
        assertThat(other.validate(token)).isEqualTo("valid");

        JsonNode revoked = json(one.revoke(kid, token).expectStatus().isOk());

        assertThat(text(revoked, "state")).isEqualTo("revoked");
        assertThat(one.validate(token)).isEqualTo("invalid signature");
        assertThat(one.publishedKids()).doesNotContain(kid);
        Awaitility.await()
                .atMost(PROMISED)
                .untilAsserted(() -> assertThat(other.validate(token)).isEqualTo("invalid signature"));
        assertThat(other.publishedKids()).doesNotContain(kid);
        String later = one.logIn();
        assertThat(kidOf(later)).isNotEqualTo(kid);
        assertThat(one.validate(later)).isEqualTo("valid");
        assertThat(other.validate(later)).isEqualTo("valid");
        assertThat(kidOf(other.logIn())).isEqualTo(kidOf(later));
        json(one.revoke(kid, later).expectStatus().isOk());
        assertThat(audited(oneInstance, "revoke-key", kid)).isEqualTo(1);
    }

    @Test
    void aRepeatedRotationIsAnsweredTheFirstKeyEvenIfThatSignsByNow() {
        String admin = settledLogIn();
        String kid = rotated(one.changeOnce("a", "rotate", admin));
        Awaitility.await().atMost(SOON).until(() -> other.kids("current", admin).equals(List.of(kid)));

        assertThat(rotated(other.changeOnce("a", "rotate", admin))).isEqualTo(kid);

        assertThat(newestKid()).isEqualTo(kid);
        assertThat(audited(otherInstance, "rotate-key", kid)).isEqualTo(1);
        assertThat(rotated(other.changeOnce("b", "rotate", admin))).isNotEqualTo(kid);
    }

    @Test
    void aRepeatedRevocationIsNotHeldUpByTheTokenThatTheFirstPutToDeath() {
        String token = settledLogIn();
        String kid = kidOf(token);
        JsonNode first =
                json(one.changeOnce("c", kid + "/revoke", token).expectStatus().isOk());
        Awaitility.await().atMost(PROMISED).until(() -> other.validate(token).equals("invalid signature"));

        JsonNode again = json(
                other.changeOnce("c", kid + "/revoke", token).expectStatus().isOk());

        assertThat(again).isEqualTo(first);
        assertThat(audited(otherInstance, "revoke-key", kid)).isEqualTo(1);
        other.changeOnce("d", kid + "/revoke", token).expectStatus().isUnauthorized();
    }

    @Test
    void whatAKeyMadeInAnEmergencySignsIsBelievedAtOnce() {
        String shared = TestDatabase.create();
        // Too seldom to hear of it in time otherwise.
        String seldom = "auth.token.reload-interval=4s";
        try (TestInstance first = TestInstance.start(shared, seldom);
                TestInstance second = TestInstance.start(shared, seldom)) {
            TestKeys revoking = new TestKeys(first);
            String admin = revoking.logIn();

            revoking.revoke(kidOf(admin), admin).expectStatus().isOk();

            assertThat(new TestKeys(second).validate(revoking.logIn())).isEqualTo("valid");
        }
    }

    @Test
    void theNextKeySignsAtOnceWhereTheCurrentOneIsRevoked() {
        String admin = settledLogIn();
        String next = rotated(one.rotate(admin));

        one.revoke(kidOf(admin), admin).expectStatus().isOk();

        assertThat(kidOf(one.logIn())).isEqualTo(next);
    }

    @Test
    void theCurrentKeyGoesOnWhereTheNextOneIsRevoked() {
        String admin = settledLogIn();
        String next = rotated(one.rotate(admin));

        one.revoke(next, admin).expectStatus().isOk();

        assertThat(one.validate(admin)).isEqualTo("valid");
        JsonNode current = json(one.list(admin))
                .get("keys")
                .valueStream()
                .filter(key -> text(key, "state").equals("current"))
                .findFirst()
                .orElseThrow();
        assertThat(text(current, "kid")).isEqualTo(kidOf(admin));
        assertThat(current.has("verifiesUntil")).isFalse();
        assertThat(one.publishedKids()).contains(kidOf(admin)).doesNotContain(next);
    }

    @Test
    void anUnknownKeyIsNotFound() {
        assertThat(text(
                        json(one.revoke("unknown", settledLogIn())
                                .expectStatus()
                                .isNotFound()),
                        "reason"))
                .isEqualTo("No such key");
    }

    @Test
    void whatAKeyNoLongerNeedsGoes() {
        String admin = settledLogIn();
        String former = kidOf(admin);
        one.rotate(admin).expectStatus().isCreated();

        Awaitility.await().atMost(SOON).until(() -> count("private_key IS NULL AND kid = '" + former + "'") == 1);
        assertThat(other.validate(admin)).isEqualTo("valid");
        // As if its last token were out.
        database()
                .sql("UPDATE signing_keys SET verifies_until = now() WHERE kid = :kid")
                .bind("kid", former)
                .then()
                .block();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(other.publishedKids()).doesNotContain(former));
        assertThat(other.validate(admin)).isEqualTo("invalid signature");
    }

    @Test
    void theKeySetMayBeKeptForHalfOfTheTimeThatAKeyIsPublishedAhead() {
        assertThat(one.cacheControl()).isEqualTo("max-age=2, public");
    }

    /** A token of the key that signs, once no other is about to. */
    private static String settledLogIn() {
        Awaitility.await().atMost(SOON).until(() -> count("revoked_at IS NULL AND signs_from > now()") == 0);
        String kid = newestKid();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> one.publishedKids().contains(kid)
                        && other.publishedKids().contains(kid));
        Awaitility.await().atMost(SOON).until(() -> kidOf(one.logIn()).equals(kid));
        return one.logIn();
    }

    private static String rotated(ResponseSpec answer) {
        return text(json(answer.expectStatus().isCreated()), "kid");
    }

    private static Instant instant(JsonNode object, String member) {
        return Instant.parse(text(object, member));
    }

    private static int audited(TestInstance instance, String action, String kid) {
        return instance.bean(Database.class)
                .sql("SELECT count(*)::int AS n FROM audit_events WHERE action = :action AND target = :kid")
                .bind("action", action)
                .bind("kid", kid)
                .map(row -> new Columns(row).number("n"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static int count(String condition) {
        return database()
                .sql("SELECT count(*)::int AS n FROM signing_keys WHERE " + condition)
                .map(row -> new Columns(row).number("n"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static String newestKid() {
        return database()
                .sql("SELECT kid FROM signing_keys WHERE revoked_at IS NULL ORDER BY number DESC LIMIT 1")
                .map(row -> new Columns(row).text("kid"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static Database database() {
        return oneInstance.bean(Database.class);
    }
}
