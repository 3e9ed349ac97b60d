package io.authsvcs.auth.oauth;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static io.authsvcs.auth.oauth.TestOAuth.INACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IntrospectionTest {
    private static final TestApi API = TestPair.one();
    private static final JsonNode PARTNER = new TestPartners(API).create();
    private static final TestOAuth ONE = new TestOAuth(API);
    private static final TestOAuth OTHER = new TestOAuth(TestPair.other());

    @Test
    void anActiveTokenIsDescribedAsRfc7662HasIt() {
        JsonNode login = json(API.post(
                "/v1/auth/register", Map.of("email", anEmail(), "userName", "introspected", "password", PASSWORD)));
        JsonNode claims = claims(token(login));
        JsonNode validated = API.validate(token(login));

        JsonNode answer = OTHER.introspect(PARTNER, token(login));

        assertThat(answer.propertyNames())
                .containsExactly(
                        "active",
                        "scope",
                        "username",
                        "token_type",
                        "exp",
                        "iat",
                        "sub",
                        "aud",
                        "iss",
                        "jti",
                        "sid",
                        "amr");
        assertThat(answer.get("active").booleanValue()).isTrue();
        assertThat(answer.get("scope").stringValue()).isEqualTo("user");
        assertThat(answer.get("username").stringValue()).isEqualTo("introspected");
        assertThat(answer.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(answer.get("sub")).isEqualTo(login.get("userID"));
        assertThat(answer.get("sid")).isEqualTo(validated.get("sessionID"));
        assertThat(Instant.ofEpochSecond(answer.get("exp").longValue()).toString())
                .isEqualTo(validated.get("expiresAt").stringValue());
        for (String claim : List.of("jti", "iss", "exp", "iat", "sub", "sid")) {
            assertThat(answer.get(claim)).as(claim).isEqualTo(claims.get(claim));
        }
        assertThat(claims.get("aud").toString()).contains(answer.get("aud").toString());
    }

    @Test
    void rolesAreTheScopeAndAMissingNameIsLeftOut() {
        JsonNode administrator = json(API.post(
                "/v1/auth/login", Map.of("email", TestInstance.ADMIN_EMAIL, "password", TestInstance.ADMIN_PASSWORD)));

        JsonNode answer = ONE.introspect(PARTNER, token(administrator));

        assertThat(answer.get("scope").stringValue()).isEqualTo("user admin");
        assertThat(answer.has("username")).isFalse();
    }

    @Test
    void whyATokenIsNotActiveIsNobodysBusiness() {
        JsonNode login = API.register(anEmail());
        String forged = token(login)
                .replaceFirst("[^.]+$", token(API.register(anEmail())).split("\\.", -1)[2]);

        for (String token : List.of("x", "a.b.c", forged, PARTNER.get("token").stringValue(), "%20", "ä")) {
            assertThat(ONE.introspect(PARTNER, token).toString()).isEqualTo(INACTIVE);
        }
        API.postBearer("/v1/auth/logout", token(login)).expectStatus().isOk();
        assertThat(ONE.introspect(PARTNER, token(login)).toString()).isEqualTo(INACTIVE);
    }

    @Test
    void aRefreshTokenOpensNoDoor() {
        String refreshToken = API.register(anEmail()).get("refreshToken").stringValue();

        assertThat(ONE.introspect(PARTNER, refreshToken).toString()).isEqualTo(INACTIVE);
    }

    @Test
    void aLogoutIsSeenByIntrospectionElsewhereBeforeItsAnswer() {
        String email = anEmail();
        API.register(email);
        for (int race = 0; race < 20; race++) {
            String token = token(API.login(email));
            assertThat(OTHER.introspect(PARTNER, token).get("active").booleanValue())
                    .isTrue();

            API.postBearer("/v1/auth/logout", token).expectStatus().isOk();

            assertThat(OTHER.introspect(PARTNER, token).toString()).isEqualTo(INACTIVE);
        }
    }

    @Test
    void hintsAndUnknownFieldsChangeNothing() {
        String token = token(API.register(anEmail()));

        assertThat(json(ONE.post(
                        "introspect",
                        "token_type_hint=refresh_token&colour=red&token=" + token,
                        TestOAuth.bearer(PARTNER))))
                .isEqualTo(ONE.introspect(PARTNER, token));
    }

    @Test
    void whatIsNotAskedProperlyIsAnInvalidRequest() {
        for (String form :
                List.of("", "token=", "token_type_hint=access_token", "token=a&token=b", "token=%zz", "token=%00")) {
            JsonNode answer = json(ONE.post("introspect", form, TestOAuth.basic(PARTNER))
                    .expectStatus()
                    .isBadRequest());

            assertThat(answer.propertyNames()).as(form).containsExactly("error", "error_description");
            assertThat(answer.get("error").stringValue()).isEqualTo("invalid_request");
        }
        assertThat(json(ONE.post("introspect", "", TestOAuth.basic(PARTNER)))
                        .get("error_description")
                        .stringValue())
                .isEqualTo("Invalid request; token: Is required");
    }

    @Test
    void onlyFormsOfReasonableSizeAreRead() {
        API.raw()
                .post()
                .uri("/oauth2/introspect")
                .header(HttpHeaders.AUTHORIZATION, TestOAuth.basic(PARTNER))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"token\":\"x\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("error")
                .isEqualTo("invalid_request");
        ONE.post("introspect", "token=" + "x".repeat(70_000), TestOAuth.basic(PARTNER))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("error")
                .isEqualTo("invalid_request");
    }

    @Test
    void whatIsNotTheCallersFaultIsToldInTheWordsOfOAuthToo() {
        String database = TestDatabase.create();
        try (TestInstance instance = TestInstance.start(database)) {
            TestApi api = new TestApi(instance);
            String partner = TestOAuth.basic(new TestPartners(api).create());

            TestDatabase.execute(database, "ALTER TABLE partners RENAME TO gone");
            assertFault(
                    new TestOAuth(api).post("introspect", "token=x", partner),
                    500,
                    "server_error",
                    "Something went wrong that is not your fault. Please report request a-request");

            TestDatabase.forbidConnections(database);
            assertFault(
                    new TestOAuth(api)
                            .post("introspect", "token=x", partner)
                            .expectHeader()
                            .valueEquals(HttpHeaders.RETRY_AFTER, "1"),
                    503,
                    "temporarily_unavailable",
                    "The database is unavailable");
        }
    }

    private static void assertFault(ResponseSpec response, int status, String error, String description) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .isEqualTo("{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    @Test
    void manyIntrospectionsAtOnceCostAFractionInStatements() {
        String database = TestDatabase.create();
        String partner;
        String token;
        try (TestInstance instance = TestInstance.start(database)) {
            TestApi api = new TestApi(instance);
            partner = TestOAuth.bearer(new TestPartners(api).create());
            token = token(api.register(anEmail()));
        }
        long before = TestDatabase.statements(database);
        try (TestInstance instance = TestInstance.start(database)) {
            WebClient client = WebClient.create(instance.url());

            List<String> answers = Flux.range(0, 2_000)
                    .flatMap(call -> introspect(client, partner, token), 500)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();

            assertThat(answers).hasSize(2_000).allMatch(answer -> answer.contains("\"active\":true"));
        }
        // Those of the start included, some hundred; each introspection by itself would cost two.
        assertThat(TestDatabase.statements(database) - before).isBetween(1L, 900L);
    }

    private static Mono<String> introspect(WebClient client, String partner, String token) {
        return client.post()
                .uri("/oauth2/introspect")
                .header(HttpHeaders.AUTHORIZATION, partner)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("token=" + token)
                .retrieve()
                .bodyToMono(String.class);
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new JsonMapper().readTree(new String(payload, StandardCharsets.UTF_8));
    }

    private static String token(JsonNode login) {
        return login.get("token").stringValue();
    }
}
