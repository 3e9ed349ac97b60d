package io.authsvcs.auth.admin;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;

import io.authsvcs.auth.api.TestApi;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Users as the administrator of an instance sees them. */
public final class TestUsers {
    private static final String USERS = "/v1/admin/users";

    private final TestApi api;
    private final String administrator;

    public TestUsers(TestApi api) {
        this.api = api;
        this.administrator = TestPartners.administrator(api);
    }

    ResponseSpec create(Map<String, ?> user) {
        return api.call(HttpMethod.POST, USERS, administrator, user);
    }

    /** Its record; the password is {@link TestApi#PASSWORD}. */
    public JsonNode create() {
        return json(create(Map.of("email", anEmail(), "password", PASSWORD))
                .expectStatus()
                .isCreated());
    }

    ResponseSpec find(String query, Object... values) {
        return api.raw()
                .get()
                .uri(USERS + "?" + query, values)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator)
                .exchange();
    }

    ResponseSpec show(String id) {
        return api.call(HttpMethod.GET, USERS + "/" + id, administrator);
    }

    /** Disables, enables or restores. */
    public ResponseSpec post(String id, String verb) {
        return api.call(HttpMethod.POST, USERS + "/" + id + "/" + verb, administrator);
    }

    public ResponseSpec delete(String id) {
        return api.call(HttpMethod.DELETE, USERS + "/" + id, administrator);
    }

    public ResponseSpec setRoles(String id, Object roles) {
        return api.call(HttpMethod.PUT, USERS + "/" + id + "/roles", administrator, Map.of("roles", roles));
    }

    public ResponseSpec setAttributes(String id, Object attributes) {
        return api.call(HttpMethod.PUT, USERS + "/" + id + "/attributes", administrator, attributes);
    }

    ResponseSpec attributes(String id) {
        return api.call(HttpMethod.GET, USERS + "/" + id + "/attributes", administrator);
    }

    ResponseSpec endSessions(String id) {
        return api.call(HttpMethod.DELETE, USERS + "/" + id + "/sessions", administrator);
    }

    public ResponseSpec resetSecondFactor(String id) {
        return api.call(HttpMethod.DELETE, USERS + "/" + id + "/second-factor", administrator);
    }

    ResponseSpec importLines(String... lines) {
        return importBody(String.join("\n", lines), MediaType.APPLICATION_NDJSON);
    }

    ResponseSpec importBody(String body, MediaType type) {
        return api.raw()
                .post()
                .uri(USERS + "/import")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator)
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    public JsonNode imported(String... lines) {
        return json(importLines(lines).expectStatus().isOk());
    }

    ResponseSpec audit(String query, Object... values) {
        return api.raw()
                .get()
                .uri("/v1/admin/audit?" + query, values)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator)
                .exchange();
    }

    public JsonNode events(String query, Object... values) {
        return json(audit(query, values).expectStatus().isOk());
    }

    public static String id(JsonNode user) {
        return user.get("userID").stringValue();
    }

    public static String email(JsonNode user) {
        return user.get("email").stringValue();
    }
}
