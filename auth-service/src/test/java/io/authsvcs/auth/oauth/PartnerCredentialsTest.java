package io.authsvcs.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.admin.TestPartners;
import io.authsvcs.auth.api.TestPair;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class PartnerCredentialsTest {
    private static final TestPartners PARTNERS = new TestPartners(TestPair.one());
    private static final JsonNode PARTNER = PARTNERS.create();
    private static final String ID = PARTNER.get("id").stringValue();
    private static final String TOKEN = PARTNER.get("token").stringValue();
    private static final TestOAuth OAUTH = new TestOAuth(TestPair.one());

    @Test
    void basicAndBearerWillDo() {
        for (String authorization : List.of(
                TestOAuth.basic(PARTNER),
                TestOAuth.basic(PARTNER).replaceFirst("Basic", "bASIC"),
                TestOAuth.bearer(PARTNER),
                "BEARER  " + TOKEN,
                // RFC 6749 §2.3.1: form-encoded before they are joined.
                TestOAuth.basic(ID + ":" + TOKEN.replace(".", "%2E")))) {
            call(authorization).expectStatus().isOk();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!!",
                "Basic ====",
                "Basic YQ",
                "Basic /////w==",
                "Digest username=\"a\"",
                "nonsense"
            })
    void whatIsNoProperHeaderIsNobody(String authorization) {
        assertInvalid(call(authorization), "Basic");
    }

    @Test
    void whoeverIsNotThatPartnerIsNobody() {
        JsonNode stranger = PARTNERS.create();
        for (String credentials : List.of(
                ID,
                ":",
                ID + ":",
                ":" + TOKEN,
                TOKEN + ":",
                ID + ":" + TOKEN.substring(21),
                ID + ":" + TOKEN + "x",
                ID + ":%zz",
                "%:" + TOKEN,
                "\0:\0",
                stranger.get("id").stringValue() + ":" + TOKEN,
                ID + ":" + stranger.get("token").stringValue(),
                ID.toUpperCase(Locale.ROOT) + ":" + TOKEN)) {
            assertInvalid(call(TestOAuth.basic(credentials)), "Basic");
        }
        for (String token : List.of("x", TOKEN.substring(0, 63), TOKEN + "A", ID + "." + "A".repeat(43))) {
            assertInvalid(call("Bearer " + token), "Bearer");
        }
        byte[] noUtf8 = {'a', ':', (byte) 0xff};
        assertInvalid(call("Basic " + Base64.getEncoder().encodeToString(noUtf8)), "Basic");
    }

    @Test
    void aUsersTokenIsNoPartners() {
        String token =
                TestPair.one().register("no-partner@example.com").get("token").stringValue();

        assertInvalid(call("Bearer " + token), "Bearer");
    }

    @Test
    void noneAtAllIsAskedForBasic() {
        assertInvalid(call(), "Basic");
    }

    @Test
    void severalHeadersAreRefusedAlsoWhenEqual() {
        for (String other : List.of(TestOAuth.basic(PARTNER), TestOAuth.bearer(PARTNER), "")) {
            call(TestOAuth.basic(PARTNER), other)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(String.class)
                    .isEqualTo("{\"error\":\"invalid_request\","
                            + "\"error_description\":\"More than one Authorization header\"}");
        }
    }

    @Test
    void aDisabledPartnerLearnsNoMoreThanAStranger() {
        JsonNode disabled = PARTNERS.create();
        PARTNERS.post(disabled, "disable").expectStatus().isOk();

        assertInvalid(call(TestOAuth.basic(disabled)), "Basic");
        assertInvalid(OAUTH.post("revoke", "token=x", TestOAuth.bearer(disabled)), "Bearer");
    }

    @Test
    void whatIsNowhereIsToldInTheWordsOfOAuth() {
        OAUTH.post("nowhere", "", TestOAuth.basic(PARTNER))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("error")
                .isEqualTo("invalid_request");
    }

    private static ResponseSpec call(String... authorizations) {
        return OAUTH.post("introspect", "token=x", authorizations);
    }

    private static void assertInvalid(ResponseSpec response, String scheme) {
        String body = response.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=\"auth-svcs\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isEqualTo("{\"error\":\"invalid_client\"}");
    }
}
