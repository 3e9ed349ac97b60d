package io.authsvcs.auth.token;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The same at each door of an instance, with the very key by which it signs. */
class ForgedTokensOverHttpTest {
    private static final List<String> REASONS = List.of("jwt malformed", "invalid signature");

    private static TestInstance instance;
    private static TestApi api;
    private static String partner;
    private static String genuine;
    private static List<Forgery> forgeries;

    @BeforeAll
    static void start() {
        instance = TestInstance.start(TestDatabase.create());
        api = new TestApi(instance);
        partner = new TestPartners(api).create().get("token").stringValue();
        genuine = api.register(anEmail()).get("token").stringValue();
        SigningKey own = instance.bean(KeyRing.class).current();
        forgeries = Forgery.all(genuine, own, TestTokens.key())
                // Where nothing is brought, or a text that no body may have, that is said before any verifier is asked.
                .filter(forgery -> !forgery.token().isEmpty() && forgery.token().indexOf('\0') < 0)
                .toList();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    static Stream<Forgery> forgeries() {
        return forgeries.stream();
    }

    static Stream<Forgery> forgeriesThatAHeaderCarries() {
        return forgeries.stream().filter(Forgery::isVisible);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void areNotValidAndNotActive(Forgery forgery) {
        assertNotValid(api.post("/v1/auth/validate", Map.of("token", forgery.token())));
        assertThat(introspect(forgery.token())
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo("{\"active\":false}");
    }

    @ParameterizedTest
    @MethodSource("forgeriesThatAHeaderCarries")
    void areNobodys(Forgery forgery) {
        for (String path : List.of("/v1/auth/verify", "/v1/auth/me", "/v1/auth/sessions", "/v1/admin/users")) {
            assertRefused(api.getBearer(path, forgery.token()));
        }
        assertRefused(api.postBearer("/v1/auth/logout", forgery.token()));
        assertNotValid(api.getBearer("/v1/auth/validate", forgery.token()));
    }

    @Test
    void areNotValidAmongOthers() {
        List<String> tokens = forgeries.stream()
                .map(Forgery::token)
                .filter(token -> token.length() < 2_000)
                .limit(500)
                .toList();

        JsonNode results = json(api.post("/v1/auth/validate/batch", Map.of("tokens", tokens))
                        .expectStatus()
                        .isOk())
                .get("results");

        assertThat(results.size()).isEqualTo(tokens.size());
        results.forEach(
                result -> assertThat(result.get("isValid").booleanValue()).isFalse());
    }

    @Test
    void leaveTheSessionAsItWas() {
        assertThat(api.validate(genuine).get("isValid").booleanValue()).isTrue();
    }

    @Test
    void oneHeaderHasOneToken() {
        for (String path : List.of("/v1/auth/validate", "/v1/auth/verify", "/v1/auth/me")) {
            twice(HttpMethod.GET, path).expectStatus().isBadRequest();
        }
        twice(HttpMethod.POST, "/v1/auth/logout").expectStatus().isBadRequest();
        twice(HttpMethod.POST, "/oauth2/introspect").expectStatus().isBadRequest();
    }

    @Test
    void aGoodTokenElsewhereMakesAForgedOneNoBetter() {
        String forged = new TestJws(TestJws.of(genuine).header(), "{}").with("AAAA");
        for (String path : List.of("/v1/auth/verify", "/v1/auth/me")) {
            assertRefused(instance.client()
                    .get()
                    .uri(path + "?access_token=" + genuine)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + forged)
                    .cookie("auth_session", genuine)
                    .exchange());
        }
        api.getBearer("/v1/auth/verify?access_token=" + forged, genuine)
                .expectStatus()
                .isOk();
        instance.client()
                .get()
                .uri("/v1/auth/verify?access_token=" + genuine)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static void assertNotValid(ResponseSpec response) {
        JsonNode answer = json(response.expectStatus().isOk());

        assertThat(answer.get("isValid").booleanValue()).isFalse();
        assertThat(REASONS).contains(answer.get("reason").stringValue());
    }

    private static void assertRefused(ResponseSpec response) {
        assertThat(REASONS)
                .contains(json(response.expectStatus().isUnauthorized())
                        .get("reason")
                        .stringValue());
    }

    private static ResponseSpec introspect(String token) {
        return instance.client()
                .post()
                .uri("/oauth2/introspect")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + partner)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                .exchange();
    }

    private static ResponseSpec twice(HttpMethod method, String path) {
        return instance.client()
                .method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + genuine, "Bearer " + genuine)
                .exchange();
    }
}
