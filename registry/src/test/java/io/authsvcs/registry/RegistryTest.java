package io.authsvcs.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One registry, alone, as every instance of auth-svcs meets it. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RegistryTest {
    /** What instances of auth-svcs ask for. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private String startLog = "";
    private TestRegistry registry;

    @BeforeAll
    void start(CapturedOutput output) {
        registry = TestRegistry.start("--server.port=0");
        startLog = output.getAll();
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    @Test
    void anInstanceIsListedFromTheAnswerToItsRegistrationUntilItCancels() {
        assertThat(registry.register("comes-and-goes")).isEqualTo(204);
        assertThat(registry.list()).contains("comes-and-goes");

        assertThat(registry.cancel("comes-and-goes")).isEqualTo(200);
        assertThat(registry.list()).doesNotContain("comes-and-goes");
    }

    @Test
    void theLogTellsWhoCameAndWent(CapturedOutput output) {
        registry.register("seen");
        registry.cancel("seen");

        assertThat(output).contains("seen of AUTH-SVCS at 127.0.0.1:8081 is UP").contains("seen of AUTH-SVCS is gone");
    }

    @Test
    void aRenewalOfAnUnknownInstanceAsksItToRegister() {
        assertThat(registry.renew("unheard-of")).isEqualTo(404);
    }

    @Test
    void allSilentInstancesAreEvictedAndTheOneThatRenewsStays() {
        registry.register("silent-1", SHORT);
        registry.register("silent-2", SHORT);
        registry.register("alive", SHORT);

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThat(registry.renew("alive")).isEqualTo(200);
            return registry.find("silent-1") == 404 && registry.find("silent-2") == 404;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /eureka/apps",
        "POST, /eureka/apps/AUTH-SVCS",
        "DELETE, /eureka/apps/AUTH-SVCS/auth-1",
        "POST, /eureka/peerreplication/batch/",
        "GET, /",
        "GET, /lastn",
        "GET, /actuator/health"
    })
    void refusesWhoeverHasNoCredentials(String method, String path) {
        assertThat(registry.statusWithout(method, path)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-svcs:wrong", "auth-svcs:", "stranger:" + TestRegistry.PASSWORD})
    void refusesWrongCredentials(String credentials) {
        assertThat(registry.statusWith(credentials, "/eureka/apps")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator/health"})
    void hasNothingButEurekaOnItsPort(String path) {
        assertThat(registry.statusWith("auth-svcs:" + TestRegistry.PASSWORD, path))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void probesNeedNoCredentialsOnThePortOfTheirOwn(String path) {
        var answer = registry.management(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "configprops", "heapdump"})
    void actuatorTellsNothingElse(String endpoint) {
        assertThat(registry.management("/actuator/" + endpoint).statusCode()).isNotEqualTo(200);
    }

    @Test
    void startsAloneWithoutAWordOfWarning() {
        assertThat(startLog).contains("Started Eureka Server").doesNotContain("WARN", "ERROR");
    }

    @Test
    void saysItsPasswordToNobody() {
        assertThat(startLog).doesNotContain(TestRegistry.PASSWORD);
    }
}
