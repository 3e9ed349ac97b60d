package io.authsvcs.auth.api;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.DatabaseProxy;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.common.HeaderNames;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * An instance is lost at each point of each write, one after the other: the database has all of the write or nothing, and
 * the same request to another instance, under the same key, gets the outcome that the first would have had.
 */
class CrashPointsTest {
    private static final String OTHER_PASSWORD = "orange giraffe 7";
    private static DatabaseProxy proxy;
    private static TestInstance dying;
    private static TestApi first;

    private final TestApi second = TestPair.other();

    @BeforeAll
    static void start() {
        proxy = DatabaseProxy.before(TestPair.DATABASE);
        dying = TestInstance.start(proxy.url());
        first = new TestApi(dying);
    }

    @AfterAll
    static void stop() throws Exception {
        dying.close();
        proxy.close();
    }

    /** Something that writes, and how many sessions its owner must have afterwards. */
    enum Write {
        REGISTER("POST", "/v1/auth/register", 1),
        LOGIN("POST", "/v1/auth/login", 2),
        REFRESH("POST", "/v1/auth/refresh", 1),
        CHANGE_PASSWORD("PUT", "/v1/auth/password", 1);

        private final String method;
        private final String path;
        private final int sessions;

        Write(String method, String path, int sessions) {
            this.method = method;
            this.path = path;
            this.sessions = sessions;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteIsThereWholeOrNotAtAll(Write write) {
        for (boolean lastArrives : new boolean[] {false, true}) {
            int point = 0;
            boolean cut;
            do {
                point++;
                cut = lose(write, point, lastArrives);
            } while (cut);
            assertThat(point).as("points of " + write).isGreaterThan(3);
        }
    }

    private boolean lose(Write write, int point, boolean lastArrives) {
        String where = write + " lost at message " + point + (lastArrives ? ", which arrives" : "");
        String email = anEmail();
        Request request = prepare(write, email, where);
        proxy.cutAfter(point, lastArrives);
        int status = request.sendTo(first).returnResult(Void.class).getStatus().value();
        boolean cut = proxy.mend();
        assertThat(status).as(where).isIn(200, 201, 503);

        JsonNode outcome = json(request.sendTo(second).expectStatus().is2xxSuccessful());

        String token = outcome.get("token").stringValue();
        assertThat(second.validate(token).get("isValid").booleanValue())
                .as(where)
                .isTrue();
        assertThat(json(second.getBearer("/v1/auth/sessions", token)).get("sessions"))
                .as(where)
                .hasSize(write.sessions);
        second.refresh(outcome.get("refreshToken").stringValue()).expectStatus().isOk();
        String password = write == Write.CHANGE_PASSWORD ? OTHER_PASSWORD : PASSWORD;
        second.post("/v1/auth/login", Map.of("email", email, "password", password))
                .expectStatus()
                .isOk();
        return cut;
    }

    private Request prepare(Write write, String email, String key) {
        if (write == Write.REGISTER) {
            return new Request(write, "", key, Map.of("email", email, "password", PASSWORD));
        }
        JsonNode login = second.register(email);
        Map<String, String> body = switch (write) {
            case REGISTER, LOGIN -> Map.of("email", email, "password", PASSWORD);
            case REFRESH -> Map.of("refreshToken", login.get("refreshToken").stringValue());
            case CHANGE_PASSWORD -> Map.of("currentPassword", PASSWORD, "newPassword", OTHER_PASSWORD);
        };
        return new Request(write, login.get("token").stringValue(), key, body);
    }

    private record Request(Write write, String token, String key, Map<String, String> body) {
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
    }
}
