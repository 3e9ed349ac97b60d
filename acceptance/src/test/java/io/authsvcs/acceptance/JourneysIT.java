package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Kind;
import io.authsvcs.local.ProcessStatus;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class JourneysIT {
    private static final String SECOND_FACTOR = "/v1/auth/second-factor";
    private static final String CURRENT_PASSWORD = "{\"currentPassword\":\"" + Client.PASSWORD + "\"";

    private final String email = "ann-" + UUID.randomUUID() + "@example.com";
    private final Cluster cluster;
    private final Client client;

    JourneysIT(Cluster cluster, Client client) {
        this.cluster = cluster;
        this.client = client;
    }

    @Test
    void somebodyRegistersLogsInIsValidatedAndLogsOut() {
        Answer registered = client.register(email);
        assertThat(registered.status()).isEqualTo(201);

        Answer loggedIn = client.login(email);
        assertThat(loggedIn.status()).isEqualTo(200);
        assertThat(loggedIn.text("userID")).isEqualTo(registered.text("userID"));

        String token = loggedIn.text("token");
        assertThat(client.validate(token).text("userID")).isEqualTo(registered.text("userID"));
        assertThat(client.logout(token).body()).endsWith("\"result\":{}}");
        assertThat(client.validate(token).result().toString())
                .isEqualTo("{\"isValid\":false,\"reason\":\"session revoked\"}");
        assertThat(client.validate(registered.text("token"))
                        .result()
                        .get("isValid")
                        .booleanValue())
                .as("the session of the registration goes on")
                .isTrue();
    }

    @Test
    void somebodyLogsInByTwoFactors() {
        String token = client.register(email).text("token");
        String secret = client.call("POST", SECOND_FACTOR, token, CURRENT_PASSWORD + "}")
                .text("secret");
        Authenticator authenticator = Authenticator.of(secret);
        Answer confirmed =
                client.call("POST", SECOND_FACTOR + "/confirm", token, "{\"code\":\"" + authenticator.code(0) + "\"}");
        assertThat(confirmed.status()).isEqualTo(200);
        String recoveryCode = confirmed.result().get("recoveryCodes").get(0).stringValue();

        Answer half = client.login(email);
        assertThat(half.status()).isEqualTo(401);
        assertThat(half.text("reason")).isEqualTo("Second factor required");
        String challenge = half.text("challenge");
        Answer whole = client.post(
                "/v1/auth/login/second-factor",
                "{\"challenge\":\"" + challenge + "\",\"code\":\"" + authenticator.code(1) + "\"}");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(client.validate(whole.text("token")).text("userID")).isEqualTo(whole.text("userID"));
        assertThat(client.post("/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + Client.PASSWORD + "\"}")
                        .status())
                .as("by an API without words for it")
                .isEqualTo(401);

        Answer removed =
                client.call("DELETE", SECOND_FACTOR, token, CURRENT_PASSWORD + ",\"code\":\"" + recoveryCode + "\"}");
        assertThat(removed.body()).endsWith("\"result\":{}}");
        assertThat(client.login(email).status()).isEqualTo(200);
        assertThatNoLogHas(List.of(secret, challenge, recoveryCode));
    }

    @Test
    void everyAnswerIsInTheEnvelope() {
        for (Answer answer : List.of(
                client.register(email),
                client.login("nobody@example.com"),
                client.get("/nowhere"),
                client.get("/v1/auth/login"),
                client.post("/v1/auth/login", "{"),
                client.get("/v1/auth/validate"),
                client.get("/v1/router/health"),
                client.get("/v1/router/version"))) {
            assertThat(answer.json().propertyNames())
                    .containsExactly("statusCode", "statusMessage", "statusDescription", "result");
            assertThat(answer.json().get("statusCode").intValue()).isEqualTo(answer.status());
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void theKeySetIsNotInTheEnvelopeAndMayBeKept() {
        Answer keys = client.get("/.well-known/jwks.json");

        assertThat(keys.json().propertyNames()).containsExactly("keys");
        assertThat(keys.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age"));
        assertThat(keys.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void aTokenOfOneInstanceIsGoodAtTheOther() {
        String token = client.register(email).text("token");

        for (ProcessStatus instance : instances()) {
            Answer bare = new Client(URI.create("http://127.0.0.1:" + instance.port())).validate(token);
            assertThat(bare.json().get("isValid").booleanValue())
                    .as(instance.name())
                    .isTrue();
        }
    }

    @Test
    void noSecretIsInALog() {
        String token = client.register(email).text("token");
        client.get("/v1/auth/validate/" + token);
        client.post("/v1/auth/login", "{\"email\":\"" + email + "\",\"password\":\"a wrong secret\"}");

        assertThat(cluster.log("gateway").lastLines(1_000))
                .as("the requests themselves are in the log")
                .anyMatch(line -> line.contains("route=validate-in-path"));
        assertThatNoLogHas(List.of(token, Client.PASSWORD, "a wrong secret", "AUTH_MASTER_KEY="));
    }

    private void assertThatNoLogHas(List<String> secrets) {
        for (String name : cluster.names()) {
            assertThat(cluster.log(name).lastLines(100_000))
                    .as(name)
                    .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        }
    }

    private List<ProcessStatus> instances() {
        return cluster.status().processes().stream()
                .filter(process -> process.kind() == Kind.AUTH)
                .toList();
    }
}
