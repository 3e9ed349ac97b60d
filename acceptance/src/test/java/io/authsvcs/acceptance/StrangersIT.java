package io.authsvcs.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.authsvcs.local.Address;
import io.authsvcs.local.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who wants to be taken for an instance, and has even got hold of the registry's password. */
@ExtendWith(SharedCluster.class)
class StrangersIT {
    private static final String ID = "auth-99";
    private static final int REQUESTS = Integer.getInteger("acceptance.strangers.requests", 300);

    private final Cluster cluster;
    private final Client client;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    StrangersIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
    }

    @Test
    void aFalseRegistrationGetsNoRequestAndNoSecret() throws IOException, InterruptedException {
        String token = client.register("strangers@example.com").text("token");
        try (Rogue rogue = Rogue.start(ID)) {
            assertThat(register("", rogue)).isEqualTo(401);
            assertThat(register(registryPassword(), rogue)).isEqualTo(204);
            try {
                await().atMost(Duration.ofSeconds(20)).until(() -> rogue.heads().size() > 1);

                for (int request = 0; request < REQUESTS; request++) {
                    assertThat(client.validate(token).status()).isEqualTo(200);
                }

                assertThat(rogue.heads())
                        .allMatch(head -> head.startsWith("GET /internal/instance "))
                        .noneMatch(head -> head.toLowerCase(Locale.ROOT)
                                .matches("(?s).*(authorization|x-auth-gateway|cookie):.*"));
            } finally {
                cancel();
            }
        }
    }

    private int register(String password, Rogue rogue) throws IOException, InterruptedException {
        String entry = """
                {"instance": {
                  "instanceId": "%s", "app": "AUTH-SVCS", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
                  "status": "UP", "port": {"$": %d, "@enabled": "true"}, "vipAddress": "auth-svcs",
                  "dataCenterInfo": {
                    "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "leaseInfo": {"renewalIntervalInSecs": 1, "durationInSecs": 120}}}
                """.formatted(ID, rogue.port());
        return send(registry("", password).POST(BodyPublishers.ofString(entry)));
    }

    private void cancel() throws IOException, InterruptedException {
        send(registry("/" + ID, registryPassword()).DELETE());
    }

    private HttpRequest.Builder registry(String path, String password) {
        Address address = cluster.member("registry");
        String credentials = Base64.getEncoder().encodeToString(("auth-svcs:" + password).getBytes(UTF_8));
        return HttpRequest.newBuilder(
                        URI.create("http://" + address.host() + ":" + address.port() + "/eureka/apps/AUTH-SVCS" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials);
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String registryPassword() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(Path.of("target", "a cluster", "secrets.json")))
                .get("registryPassword")
                .stringValue();
    }
}
