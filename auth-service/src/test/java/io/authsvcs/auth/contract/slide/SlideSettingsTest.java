package io.authsvcs.auth.contract.slide;

import static io.authsvcs.auth.api.TestApi.PASSWORD;
import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestMail;
import io.authsvcs.auth.api.TestApi;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A deployment that serves this API alone, asks newcomers to prove their address, and lets no session last for ever. */
class SlideSettingsTest {
    private static final String DATABASE = TestDatabase.create();
    private static final TestMail MAIL = TestMail.create();
    private static final TestInstance INSTANCE = TestInstance.start(
            DATABASE,
            "auth.contracts.enabled=slide",
            "auth.contracts.slide.company=",
            "auth.contracts.slide.longest-session=1h",
            "auth.contracts.slide.phone-region=ZA",
            "auth.activation.required=true",
            MAIL.setting());

    private final TestApi api = new TestApi(INSTANCE);
    private final String email = anEmail();

    @AfterAll
    static void stop() {
        INSTANCE.close();
    }

    @Test
    void whoHasToProveTheirAddressGetsATokenAfterThat() {
        JsonNode data = register(Map.of("mobile_number", "082 111 1112"));

        assertThat(data.get("token").isNull()).isTrue();
        assertThat(data.get("user").get("status").stringValue()).isEqualTo("pending");
        assertThat(data.get("user").get("company").stringValue()).isEmpty();
        assertThat(data.get("user").get("mobile_number").stringValue()).isEqualTo("+27821111112");
        assertThat(json(api.post("/auth/login/", Map.of("user", email, "password", PASSWORD))
                                .expectStatus()
                                .isUnauthorized())
                        .toString())
                .isEqualTo("{\"status\":\"error\",\"message\":\"Invalid credentials\",\"data\":{}}");

        activate();

        assertThat(login(Map.of("user", "0821111112", "password", PASSWORD))
                        .get("token")
                        .stringValue())
                .hasSize(46);
    }

    @ParameterizedTest
    @CsvSource({"0, 3600", "null, 3600", "3600001, 3600", "60000, 60"})
    void aSessionIsCutDown(String asked, String seconds) {
        register(Map.of());
        activate();

        login("{\"user\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"session_duration\":" + asked + "}");

        assertThat(TestDatabase.ask(
                        DATABASE,
                        "SELECT trim_scale(extract(epoch FROM s.expires_at - s.created_at)) FROM sessions s"
                                + " JOIN identities i ON i.id = s.identity_id WHERE i.email = '" + email + "'"))
                .isEqualTo(seconds);
    }

    @Test
    void whatIsNotServedIsNotThere() {
        api.post("/auth/local", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isNotFound();
        api.post("/auth/token", Map.of("token", "x")).expectStatus().isNotFound();
        assertThat(json(api.post("/auth/login", Map.of("email", email, "password", PASSWORD))
                                .expectStatus()
                                .isBadRequest())
                        .toString())
                .contains("\"data\":{\"user\":[\"Is required\"]}");
        assertThat(json(api.post("/auth/login", "email: x&password: y")
                                .expectStatus()
                                .isBadRequest())
                        .toString())
                .startsWith("{\"status\":\"error\"");
    }

    private JsonNode register(Map<String, String> further) {
        Map<String, String> newcomer = new HashMap<>(Map.of(
                "first_name", "A", "last_name", "B", "email", email, "password1", PASSWORD, "password2", PASSWORD));
        newcomer.putAll(further);
        return json(api.post("/auth/register/", newcomer).expectStatus().isCreated())
                .get("data");
    }

    private void activate() {
        api.post("/v1/auth/activate", Map.of("activationToken", MAIL.awaitToken(email)))
                .expectStatus()
                .isOk();
    }

    private JsonNode login(Object body) {
        return json(api.post("/auth/login/", body).expectStatus().isCreated()).get("data");
    }
}
