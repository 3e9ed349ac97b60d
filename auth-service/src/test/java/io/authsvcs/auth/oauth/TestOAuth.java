package io.authsvcs.auth.oauth;

import io.authsvcs.auth.api.TestApi;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The calls of a partner at one instance. */
public final class TestOAuth {
    public static final String INACTIVE = "{\"active\":false}";

    private final TestApi api;

    public TestOAuth(TestApi api) {
        this.api = api;
    }

    static String bearer(JsonNode partner) {
        return "Bearer " + partner.get("token").stringValue();
    }

    static String basic(JsonNode partner) {
        return basic(
                partner.get("id").stringValue() + ":" + partner.get("token").stringValue());
    }

    static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    ResponseSpec post(String path, String form, String... authorizations) {
        return api.raw()
                .post()
                .uri("/oauth2/" + path)
                .header(HttpHeaders.AUTHORIZATION, authorizations)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    JsonNode introspect(JsonNode partner, String token) {
        return TestApi.json(post("introspect", "token=" + token, basic(partner))
                .expectStatus()
                .isOk());
    }

    JsonNode revoke(JsonNode partner, String token) {
        return TestApi.json(
                post("revoke", "token=" + token, basic(partner)).expectStatus().isOk());
    }

    /** Whether this instance knows the partner by this token. */
    public boolean admits(String token) {
        ResponseSpec response = post("introspect", "token=x", "Bearer " + token);
        return response.returnResult(Void.class).getStatus().is2xxSuccessful();
    }
}
