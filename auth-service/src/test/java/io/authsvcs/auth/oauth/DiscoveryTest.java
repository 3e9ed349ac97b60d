package io.authsvcs.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.TestKeys;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.JsonNode;

class DiscoveryTest {
    @Test
    void springsResourceServerNeedsNothingButTheIssuer() throws IOException {
        int port = freePort();
        String issuer = "http://localhost:" + port;
        try (TestInstance instance =
                TestInstance.start(TestDatabase.create(), "server.port=" + port, "auth.token.issuer=" + issuer)) {
            JwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);

            Jwt token = decoder.decode(new TestKeys(instance).logIn());

            assertThat(token.getClaimAsString("scope")).isEqualTo("user admin");
            assertThat(discovery(instance)).isEqualTo("""
                            {"issuer":"ISSUER","jwks_uri":"ISSUER/.well-known/jwks.json",\
                            "introspection_endpoint":"ISSUER/oauth2/introspect",\
                            "introspection_endpoint_auth_methods_supported":["client_secret_basic","Bearer"],\
                            "revocation_endpoint":"ISSUER/oauth2/revoke",\
                            "revocation_endpoint_auth_methods_supported":["client_secret_basic"],\
                            "response_types_supported":["none"],"subject_types_supported":["public"],\
                            "id_token_signing_alg_values_supported":["RS256"],\
                            "claims_supported":["iss","sub","aud","exp","iat","jti","sid","uid","userName",\
                            "firstName","lastName","roles","scope","amr"]}""".replace("ISSUER", issuer));
        }
    }

    @Test
    void withoutAnAddressThereIsNothingToDiscover() {
        try (TestInstance instance = TestInstance.start(TestDatabase.create())) {
            JsonNode answer = TestKeys.json(instance.client()
                    .get()
                    .uri("/.well-known/openid-configuration")
                    .exchange()
                    .expectStatus()
                    .isNotFound());

            assertThat(TestKeys.text(answer, "reason")).contains("AUTH_ISSUER");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:auth", "ftp://a", "http:a", "https://a?b", "https://a#b", "not a uri", ""})
    void anIssuerWithoutAnAddressHasNoDocument(String issuer) {
        assertThat(DiscoveryDocument.of(issuer)).isEmpty();
    }

    @Test
    void anIssuersLastSlashIsNotDoubled() {
        assertThat(DiscoveryDocument.of("https://id.example/auth/"))
                .hasValueSatisfying(document ->
                        assertThat(document.jwksUri()).isEqualTo("https://id.example/auth/.well-known/jwks.json"));
    }

    private static String discovery(TestInstance instance) {
        return String.valueOf(instance.client()
                .get()
                .uri("/.well-known/openid-configuration")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=3600, public")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
