package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** nginx guards a page that knows nothing of tokens, by GET /v1/auth/verify. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardAuthIT {
    private final Client gateway;
    private final Nginx nginx;
    private final Client page;

    ForwardAuthIT(Cluster cluster, Client gateway) throws IOException {
        this.gateway = gateway;
        this.nginx = Nginx.asking(cluster.url());
        this.page = new Client(nginx.url());
    }

    @AfterAll
    void stop() {
        nginx.close();
    }

    @Test
    void whoHasALiveTokenSeesThePageWhichKnowsThem() {
        Answer somebody = register();

        Answer answer = visit(somebody.text("token"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Hello " + somebody.text("userID"));
    }

    @Test
    void whoNamesThemselvesIsNotBelieved() {
        Answer somebody = register();

        Answer answer = page.send(page.to("/")
                .header("Authorization", "Bearer " + somebody.text("token"))
                .header("X-Auth-User-Id", "an administrator"));

        assertThat(answer.body()).isEqualTo("Hello " + somebody.text("userID"));
    }

    @Test
    void whoHasNoTokenIsChallenged() {
        Answer answer = page.get("/");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }

    @Test
    void whoHasAForgedTokenDoesNotSeeThePage() {
        String token = register().text("token");

        assertThat(visit(Forgery.ofAnotherKey(token)).status()).isEqualTo(401);
        assertThat(visit(Forgery.withRole("admin", token)).status()).isEqualTo(401);
    }

    @Test
    void whoHasLoggedOutDoesNotSeeThePageAnyMore() {
        String token = register().text("token");
        assertThat(visit(token).status()).isEqualTo(200);

        gateway.logout(token);

        assertThat(visit(token).status()).isEqualTo(401);
    }

    private Answer register() {
        return gateway.register("nginx-" + UUID.randomUUID() + "@example.com");
    }

    private Answer visit(String token) {
        return page.send(page.to("/").header("Authorization", "Bearer " + token));
    }
}
