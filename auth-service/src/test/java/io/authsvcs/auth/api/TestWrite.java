package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.HeaderNames;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Something that writes, and how many sessions its owner must have afterwards. */
enum TestWrite {
    REGISTER("POST", "/v1/auth/register", 1),
    LOGIN("POST", "/v1/auth/login", 2),
    REFRESH("POST", "/v1/auth/refresh", 1),
    CHANGE_PASSWORD("PUT", "/v1/auth/password", 1);

    private static final String OTHER_PASSWORD = "orange giraffe 7";

    private final String method;
    private final String path;
    private final int sessions;

    TestWrite(String method, String path, int sessions) {
        this.method = method;
        this.path = path;
        this.sessions = sessions;
    }

    /** The request of somebody new, under this key. */
    Request prepare(TestApi api, String key) {
        String email = anEmail();
        if (this == REGISTER) {
            return new Request(this, email, "", key, Map.of("email", email, "password", PASSWORD));
        }
        JsonNode login = api.register(email);
        Map<String, String> body = switch (this) {
            case REGISTER, LOGIN -> Map.of("email", email, "password", PASSWORD);
            case REFRESH -> Map.of("refreshToken", login.get("refreshToken").stringValue());
            case CHANGE_PASSWORD -> Map.of("currentPassword", PASSWORD, "newPassword", OTHER_PASSWORD);
        };
        return new Request(this, email, login.get("token").stringValue(), key, body);
    }

    /** One that any number of instances may be sent. */
    record Request(TestWrite write, String email, String token, String key, Map<String, String> body) {
        ResponseSpec sendTo(TestApi api) {
            return api.raw()
                    .method(HttpMethod.valueOf(write.method))
                    .uri(write.path)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .header(HeaderNames.IDEMPOTENCY_KEY, "gateway:" + key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange();
        }

        /** What it was answered is good, and it was done no more than once. */
        void assertDoneOnce(ResponseSpec answer, TestApi api) {
            JsonNode outcome = json(answer.expectStatus().is2xxSuccessful());

            String live = outcome.get("token").stringValue();
            assertThat(api.validate(live).get("isValid").booleanValue()).as(key).isTrue();
            assertThat(json(api.getBearer("/v1/auth/sessions", live)).get("sessions"))
                    .as(key)
                    .hasSize(write.sessions);
            api.refresh(outcome.get("refreshToken").stringValue())
                    .expectStatus()
                    .isOk();
            String password = write == CHANGE_PASSWORD ? OTHER_PASSWORD : PASSWORD;
            api.post("/v1/auth/login", Map.of("email", email, "password", password))
                    .expectStatus()
                    .isOk();
        }
    }
}
