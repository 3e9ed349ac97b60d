package io.authsvcs.auth.admin;

import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.common.HeaderNames;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Partners as the administrator of an instance sees them. */
public final class TestPartners {
    private static final String PARTNERS = "/v1/admin/partners";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final TestApi api;
    private final String administrator;

    public TestPartners(TestApi api) {
        this(api, administrator(api));
    }

    private TestPartners(TestApi api, String administrator) {
        this.api = api;
        this.administrator = administrator;
    }

    static String administrator(TestApi api) {
        return TestApi.json(api.post(
                        "/v1/auth/login",
                        Map.of("email", TestInstance.ADMIN_EMAIL, "password", TestInstance.ADMIN_PASSWORD)))
                .get("token")
                .stringValue();
    }

    /** The same administrator, in the same session, at another instance. */
    TestPartners at(TestApi other) {
        return new TestPartners(other, administrator);
    }

    static String aName() {
        return "Partner " + NEXT.incrementAndGet();
    }

    /** Its record, with its token. */
    public JsonNode create() {
        return TestApi.json(post("", Map.of("name", aName())).expectStatus().isCreated());
    }

    ResponseSpec post(String path, Object body) {
        return api.call(HttpMethod.POST, PARTNERS + path, administrator, body);
    }

    public ResponseSpec post(JsonNode partner, String verb, Object... body) {
        return api.call(
                HttpMethod.POST, PARTNERS + "/" + partner.get("id").stringValue() + "/" + verb, administrator, body);
    }

    /** As the gateway sends a write. */
    ResponseSpec postOnce(String path, String key, Object body) {
        return api.raw()
                .post()
                .uri(PARTNERS + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + administrator)
                .header(HeaderNames.IDEMPOTENCY_KEY, key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    JsonNode list(String query) {
        return TestApi.json(
                api.getBearer(PARTNERS + query, administrator).expectStatus().isOk());
    }
}
