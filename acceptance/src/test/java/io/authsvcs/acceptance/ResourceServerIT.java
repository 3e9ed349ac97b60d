package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services with Spring Security take our tokens with what it brings along, and no code of ours. */
@ExtendWith(SharedCluster.class)
class ResourceServerIT {
    private final String email = "spring-" + UUID.randomUUID() + "@example.com";
    private final Cluster cluster;
    private final Client client;

    private final Answer registered;
    private final String token;

    ResourceServerIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
        this.registered = client.register(email);
        this.token = registered.text("token");
    }

    @Test
    void oneThatKnowsNothingButTheKeySetAcceptsOurTokenAndItsRoles() {
        String keySet = cluster.url().resolve("/.well-known/jwks.json").toString();

        try (ResourceServer server = ResourceServer.configuredWith(Map.of("jwt.jwk-set-uri", keySet))) {
            assertAccepts(server);
            assertRefusesForgeries(server);
        }
    }

    @Test
    void oneThatKnowsNothingButTheIssuerAcceptsOurTokenAndItsRoles() {
        String issuer = "http://localhost:" + cluster.url().getPort();

        try (ResourceServer server = ResourceServer.configuredWith(Map.of("jwt.issuer-uri", issuer))) {
            assertAccepts(server);
            assertRefusesForgeries(server);
        }
    }

    @Test
    void oneThatIntrospectsKnowsOfALogoutAtOnce() {
        Answer partner = partner();
        Map<String, String> settings = Map.of(
                "opaquetoken.introspection-uri",
                        cluster.url().resolve("/oauth2/introspect").toString(),
                "opaquetoken.client-id", partner.text("id"),
                "opaquetoken.client-secret", partner.text("token"));

        try (ResourceServer server = ResourceServer.configuredWith(settings)) {
            assertAccepts(server);
            assertRefusesForgeries(server);

            client.logout(token);

            assertThat(server.answerTo(token).status()).isEqualTo(401);
        }
    }

    private void assertAccepts(ResourceServer server) {
        Answer answer = server.answerTo(token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("name").stringValue()).isEqualTo(registered.text("userID"));
        assertThat(answer.json().get("authorities").valueStream().map(node -> node.stringValue()))
                .contains("SCOPE_user");
    }

    private void assertRefusesForgeries(ResourceServer server) {
        assertThat(server.answerTo(Forgery.ofAnotherKey(token)).status()).isEqualTo(401);
        assertThat(server.answerTo(Forgery.withRole("admin", token)).status()).isEqualTo(401);
    }

    private Answer partner() {
        Answer created = client.send(client.to("/v1/admin/partners")
                .header("Authorization", "Bearer " + cluster.adminToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"reports " + UUID.randomUUID() + "\"}")));
        assertThat(created.status()).isEqualTo(201);
        return created;
    }
}
