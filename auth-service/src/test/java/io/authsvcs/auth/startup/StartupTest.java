package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.AuthService;
import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.common.HeaderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

@ExtendWith(OutputCaptureExtension.class)
class StartupTest {
    @Test
    void instancesThatShareADatabaseAgreeOnOneKey() {
        String database = TestDatabase.create();

        try (TestInstance one = TestInstance.launched(database);
                TestInstance other = TestInstance.launched(database)) {
            one.awaitReady();
            other.awaitReady();

            assertThat(keySet(one)).isEqualTo(keySet(other)).contains("\"kid\"");
        }
    }

    @Test
    void withoutKeysYetNoTokenIsCalledForged() {
        String database = TestDatabase.create();
        TestDatabase.forbidConnections(database);

        try (TestInstance instance = TestInstance.launched(database)) {
            instance.client()
                    .get()
                    .uri("/v1/auth/validate/eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.AAAA")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectBody(String.class)
                    .isEqualTo("{\"reason\":\"This instance is still starting\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/auth/register", "/v1/auth/login", "/v1/auth/validate", "/nothing"})
    void beforeItIsReadyNoRequestIsLookedAt(String path) {
        String database = TestDatabase.create();
        TestDatabase.forbidConnections(database);

        try (TestInstance instance = TestInstance.launched(database)) {
            instance.client()
                    .post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectHeader()
                    .valueEquals(HeaderNames.NOT_PROCESSED, "true")
                    .expectBody(String.class)
                    .isEqualTo("{\"reason\":\"This instance is still starting\"}");
        }
    }

    @Test
    void whatAReadyInstanceCannotDoWasLookedAt() {
        String database = TestDatabase.create();

        try (TestInstance instance = TestInstance.start(database)) {
            TestDatabase.forbidConnections(database);

            instance.client()
                    .post()
                    .uri("/v1/auth/login")
                    .bodyValue(Map.of("email", "ann@example.org", "password", "of-a-test-1"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectHeader()
                    .doesNotExist(HeaderNames.NOT_PROCESSED);
        }
    }

    @Test
    void aDatabaseThatIsNotThereYetIsWaitedFor() {
        String database = TestDatabase.create();
        TestDatabase.forbidConnections(database);

        try (TestInstance instance = TestInstance.launched(database)) {
            assertThat(instance.isReady()).isFalse();
            TestDatabase.allowConnections(database);
            instance.awaitReady();

            assertThat(keySet(instance)).contains("\"kid\"");
        }
    }

    @Test
    void anInstancePractisesBeforeItIsReadyAndLeavesNoTraceOfIt(CapturedOutput output) {
        String database = TestDatabase.create();

        try (TestRegistry registry = TestRegistry.start();
                TestInstance instance =
                        TestInstance.start(database, besideAnother(registry, "auth.startup.warm-up=30s"))) {
            assertThat(output).containsPattern("Warmed up with 1500 requests in \\d+ ms");
            assertThat(TestDatabase.ask(
                            database, "SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM throttles)"))
                    .isEqualTo("0");
            assertThat(instance.isReady()).isTrue();
        }
    }

    @Test
    void whoPractisesForTooLongIsReadyAllTheSame(CapturedOutput output) {
        try (TestRegistry registry = TestRegistry.start();
                TestInstance instance = TestInstance.start(
                        TestDatabase.create(), besideAnother(registry, "auth.startup.warm-up=1ms"))) {
            assertThat(instance.isReady()).isTrue();
            assertThat(output).contains("Warmed up with ").doesNotContain("Warmed up with 1500");
        }
    }

    @Test
    void whoIsAloneDoesNotLetClientsWaitForItsPractice(CapturedOutput output) {
        try (TestRegistry registry = TestRegistry.start();
                TestInstance instance =
                        TestInstance.start(TestDatabase.create(), asking(registry, "auth.startup.warm-up=30s"))) {
            assertThat(instance.isReady()).isTrue();
            assertThat(output).doesNotContain("Warmed up");
        }
    }

    private static String[] besideAnother(TestRegistry registry, String further) {
        registry.knowAnother();
        return asking(registry, further);
    }

    private static String[] asking(TestRegistry registry, String further) {
        return Stream.concat(Stream.of(registry.settings()), Stream.of("eureka.client.fetch-registry=true", further))
                .toArray(String[]::new);
    }

    @Test
    void whatAnOperatorMustSetIsAskedForByItsName() throws IOException, InterruptedException {
        assertThat(outputOfAFailedStart())
                .containsPattern(
                        "(DATABASE_URL|REGISTRY_PASSWORD|AUTH_ADMIN_PASSWORD|AUTH_GATEWAY_KEY|The master key) is missing")
                .contains("Action:")
                .doesNotContain("\tat ");
    }

    @Test
    void aLostMasterKeyIsASentence() throws IOException, InterruptedException {
        String database = TestDatabase.create();
        TestInstance.start(database).close();
        byte[] otherKey = new byte[32];
        Arrays.fill(otherKey, (byte) 1);

        String output = outputOfAFailedStart(
                "--eureka.client.register-with-eureka=false",
                "--auth.registry.password=unused",
                "--auth.gateway.key=0123456789abcdef0123456789abcdef",
                "--auth.registry.leave-pause=0s",
                "--auth.administrator.password=" + TestInstance.ADMIN_PASSWORD,
                "--auth.token.master-key=" + Base64.getEncoder().encodeToString(otherKey),
                "--auth.database.url=" + database);

        assertThat(output).contains("encrypted under another master key").doesNotContain("\tat ");
    }

    @Test
    void aBreachListThatIsNotThereIsASentence() throws IOException, InterruptedException {
        String output = outputOfAFailedStart(
                "--auth.passwords.breach-list=nowhere.bin",
                "--auth.registry.password=unused",
                "--auth.administrator.password=" + TestInstance.ADMIN_PASSWORD,
                "--auth.token.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--auth.database.url=postgresql://a:b@localhost:1/none");

        assertThat(output)
                .contains("AUTH_PASSWORDS_BREACHLIST can't be read: nowhere.bin, there is no such file.")
                .contains("authctl breach-list build")
                .doesNotContain("\tat ");
    }

    private static String outputOfAFailedStart(String... arguments) throws IOException, InterruptedException {
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                // Nobody serves there for long enough to gain by the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AuthService.class.getName(),
                "--server.port=0",
                "--management.server.port=0");
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(1);
        return output;
    }

    private static String keySet(TestInstance instance) {
        return String.valueOf(instance.client()
                .get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
