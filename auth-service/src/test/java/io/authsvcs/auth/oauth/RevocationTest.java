package io.authsvcs.auth.oauth;

import static io.authsvcs.auth.api.TestApi.anEmail;
import static io.authsvcs.auth.api.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.auth.api.TestPair;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RevocationTest {
    private static final String REVOKED = "{\"isValid\":false,\"reason\":\"session revoked\"}";
    private static final TestApi API = TestPair.one();
    private static final TestApi ELSEWHERE = TestPair.other();
    private static final JsonNode PARTNER = new TestPartners(API).create();
    private static final TestOAuth OAUTH = new TestOAuth(API);

    @Test
    void aRevokedAccessTokenIsDeadEverywhereBeforeTheAnswer() {
        String email = anEmail();
        API.register(email);
        for (int race = 0; race < 20; race++) {
            JsonNode login = API.login(email);

            assertThat(OAUTH.revoke(PARTNER, token(login)).toString()).isEqualTo("{}");

            assertThat(ELSEWHERE.validate(token(login)).toString()).isEqualTo(REVOKED);
            ELSEWHERE
                    .refresh(login.get("refreshToken").stringValue())
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void aRefreshTokenEndsItsSessionToo() {
        JsonNode login = API.register(anEmail());

        OAUTH.revoke(PARTNER, login.get("refreshToken").stringValue());

        assertThat(ELSEWHERE.validate(token(login)).toString()).isEqualTo(REVOKED);
    }

    @Test
    void aSpentRefreshTokenEndsItsSessionToo() {
        JsonNode login = API.register(anEmail());
        JsonNode refreshed = json(API.refresh(login.get("refreshToken").stringValue()));

        OAUTH.revoke(PARTNER, login.get("refreshToken").stringValue());

        assertThat(ELSEWHERE.validate(token(refreshed)).toString()).isEqualTo(REVOKED);
    }

    @Test
    void anExpiredTokenIsNotActiveAndStillEndsItsSession() {
        try (TestInstance shortly = TestInstance.start(TestPair.DATABASE, "auth.token.lifetime=1s")) {
            JsonNode login = new TestApi(shortly).register(anEmail());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            OAUTH.introspect(PARTNER, token(login)).toString().equals(TestOAuth.INACTIVE));
            JsonNode refreshed = json(API.refresh(login.get("refreshToken").stringValue()));
            assertThat(OAUTH.introspect(PARTNER, token(refreshed)).get("active").booleanValue())
                    .as("the session lives on")
                    .isTrue();

            OAUTH.revoke(PARTNER, token(login));

            assertThat(OAUTH.introspect(PARTNER, token(refreshed)).toString()).isEqualTo(TestOAuth.INACTIVE);
        }
    }

    @Test
    void oneSessionLeavesTheOthersAlone() {
        String email = anEmail();
        JsonNode phone = API.register(email);
        JsonNode laptop = API.login(email);

        OAUTH.revoke(PARTNER, token(phone));

        assertThat(API.validate(token(laptop)).get("isValid").booleanValue()).isTrue();
    }

    @Test
    void whatIsNotOursIsRevokedAlready() {
        JsonNode login = API.register(anEmail());
        String forged = token(login)
                .replaceFirst("[^.]+$", token(API.register(anEmail())).split("\\.", -1)[2]);

        for (String token : List.of("x", "a.b.c", forged, "A".repeat(70))) {
            assertThat(OAUTH.revoke(PARTNER, token).toString()).isEqualTo("{}");
        }
        assertThat(API.validate(token(login)).get("isValid").booleanValue()).isTrue();
    }

    @Test
    void aMissingTokenIsAnInvalidRequestAndAStrangerIsRefused() {
        OAUTH.post("revoke", "", TestOAuth.basic(PARTNER))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("error")
                .isEqualTo("invalid_request");
        JsonNode login = API.register(anEmail());
        OAUTH.post("revoke", "token=" + token(login)).expectStatus().isUnauthorized();
        assertThat(API.validate(token(login)).get("isValid").booleanValue()).isTrue();
    }

    @Test
    void aRevocationIsAuditedOnceWithItsPartnerAndSubject() {
        JsonNode login = API.register(anEmail());
        String session = API.validate(token(login)).get("sessionID").stringValue();
        OAUTH.revoke(PARTNER, login.get("refreshToken").stringValue());
        OAUTH.revoke(PARTNER, token(login));

        assertThat(TestDatabase.ask(
                        TestPair.DATABASE,
                        "SELECT string_agg(actor || ' ' || subject || ' ' || request_id, ',') FROM audit_events"
                                + " WHERE action = 'revoke-token' AND target = '" + session + "'"))
                .isEqualTo("partner:" + PARTNER.get("id").stringValue() + " "
                        + login.get("userID").stringValue() + " a-request");
    }

    private static String token(JsonNode login) {
        return login.get("token").stringValue();
    }
}
