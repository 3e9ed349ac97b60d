package io.authsvcs.auth.api;

import io.authsvcs.auth.TestInstance;
import io.authsvcs.common.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The canonical API as a caller sees it. */
public final class TestApi {
    public static final String PASSWORD = "purple monkey 9";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    private final WebTestClient client;

    public TestApi(TestInstance instance) {
        this(instance.client());
    }

    private TestApi(WebTestClient client) {
        this.client = client;
    }

    /** The same for whom the gateway says to call from there. */
    public TestApi from(String address) {
        return with(HeaderNames.CLIENT_ADDRESS, address);
    }

    /** The same for whoever sends this with each call. */
    public TestApi with(String header, String value) {
        return new TestApi(client.mutate().defaultHeader(header, value).build());
    }

    public static String anEmail() {
        return "user" + NEXT.incrementAndGet() + "@example.com";
    }

    public ResponseSpec post(String path, Object body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public ResponseSpec postForm(String path, String form) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    public ResponseSpec postBearer(String path, String token) {
        return client.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    public ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    public ResponseSpec getBearer(String path, String token) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    /** A call with a token, and a body where there is one. */
    public ResponseSpec call(HttpMethod method, String path, String token, Object... body) {
        RequestBodySpec request = client.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return body.length == 0
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body[0])
                        .exchange();
    }

    public ResponseSpec refresh(String refreshToken) {
        return post("/v1/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    /** As the gateway sends a write: with the key that its repetitions have as well. */
    public ResponseSpec postOnce(String path, String key, Object body) {
        return client.post()
                .uri(path)
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient raw() {
        return client;
    }

    public JsonNode register(String email) {
        return json(post("/v1/auth/register", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isCreated());
    }

    public JsonNode login(String email) {
        return json(post("/v1/auth/login", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isOk());
    }

    public JsonNode validate(String token) {
        return json(getBearer("/v1/auth/validate", token).expectStatus().isOk());
    }

    public static JsonNode json(ResponseSpec response) {
        byte[] body = response.expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
    }
}
