package io.authsvcs.auth;

import io.authsvcs.common.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signing keys of an instance as its administrator and its callers see them. */
public final class TestKeys {
    private static final JsonMapper JSON = new JsonMapper();

    private final TestInstance instance;

    public TestKeys(TestInstance instance) {
        this.instance = instance;
    }

    /** A new token of the administrator's. */
    public String logIn() {
        return text(
                json(post(
                                "/v1/auth/login",
                                Map.of("email", TestInstance.ADMIN_EMAIL, "password", TestInstance.ADMIN_PASSWORD),
                                "")
                        .expectStatus()
                        .isOk()),
                "token");
    }

    public ResponseSpec list(String token) {
        return get("/v1/admin/keys", token);
    }

    public ResponseSpec rotate(String token) {
        return post("/v1/admin/keys/rotate", Map.of(), token);
    }

    public ResponseSpec revoke(String kid, String token) {
        return post("/v1/admin/keys/" + kid + "/revoke", Map.of(), token);
    }

    /** As the gateway sends it, and sends it again; {@code change} is the end of the path. */
    public ResponseSpec changeOnce(String key, String change, String token) {
        return instance.client()
                .post()
                .uri("/v1/admin/keys/" + change)
                .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:" + key)
                .headers(headers -> authorize(headers, token))
                .exchange();
    }

    /** {@code valid}, or the reason why not. */
    public String validate(String token) {
        JsonNode answer = json(get("/v1/auth/validate", token).expectStatus().isOk());
        return answer.get("isValid").booleanValue() ? "valid" : text(answer, "reason");
    }

    public List<String> publishedKids() {
        return json(get("/.well-known/jwks.json", "").expectStatus().isOk())
                .get("keys")
                .valueStream()
                .map(key -> text(key, "kid"))
                .toList();
    }

    /** How long the published keys may be kept. */
    public String cacheControl() {
        return String.valueOf(get("/.well-known/jwks.json", "")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getCacheControl());
    }

    /** The kids of the keys in this state, the newest first. */
    public List<String> kids(String state, String token) {
        return json(list(token).expectStatus().isOk())
                .get("keys")
                .valueStream()
                .filter(key -> text(key, "state").equals(state))
                .map(key -> text(key, "kid"))
                .toList();
    }

    public static JsonNode json(ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return JSON.readTree(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
    }

    public static String text(JsonNode object, String member) {
        return object.get(member).stringValue();
    }

    public static String kidOf(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return text(JSON.readTree(header), "kid");
    }

    private ResponseSpec get(String path, String token) {
        return instance.client()
                .get()
                .uri(path)
                .headers(headers -> authorize(headers, token))
                .exchange();
    }

    private ResponseSpec post(String path, Object body, String token) {
        return instance.client()
                .post()
                .uri(path)
                .headers(headers -> authorize(headers, token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void authorize(HttpHeaders headers, String token) {
        if (!token.isEmpty()) {
            headers.setBearerAuth(token);
        }
    }
}
