package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.common.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class InstanceEndpointTest {
    private static final String CREDENTIALS = "Basic " + base64("auth-svcs:unused");

    @Test
    void aDrainedInstanceIsDownInTheRegistryAndServesOn() {
        try (TestInstance instance = start()) {
            drain(instance).expectStatus().isOk().expectBody().json("{\"id\":\"auth-9\",\"state\":\"DRAINING\"}");
            drain(instance).expectStatus().isOk().expectBody().json("{\"state\":\"DRAINING\"}");

            assertThat(registryStatus(instance)).isEqualTo(InstanceStatus.DOWN);
            awaitState(instance, "DRAINING");
            instance.client()
                    .get()
                    .uri("/.well-known/jwks.json")
                    .exchange()
                    .expectStatus()
                    .isOk();

            undrain(instance).expectStatus().isOk().expectBody().json("{\"id\":\"auth-9\",\"state\":\"UP\"}");
            undrain(instance).expectStatus().isOk().expectBody().json("{\"state\":\"UP\"}");

            assertThat(registryStatus(instance)).isEqualTo(InstanceStatus.UP);
        }
    }

    @Test
    void aRegistryThatWasRestartedEmptyIsToldOfADrain() {
        try (TestRegistry registry = TestRegistry.start();
                TestInstance instance = start(registry.settings())) {
            Awaitility.await().until(() -> registry.status().equals("UP"));
            drain(instance);
            Awaitility.await().until(() -> registry.status().equals("DOWN"));

            registry.forget();

            Awaitility.await().until(() -> !registry.status().isEmpty());
            assertThat(registry.status()).isEqualTo("DOWN");
            undrain(instance);
            Awaitility.await().until(() -> registry.status().equals("UP"));
        }
    }

    @Test
    void theRegistryIsToldTheAdvertisedPort() {
        try (TestRegistry registry = TestRegistry.start();
                TestInstance instance = start(with("auth.registry.advertised-port=4711", registry.settings()))) {
            awaitState(instance, "UP");
            Awaitility.await().until(() -> registry.status().equals("UP"));
            assertThat(registry.port()).isEqualTo("4711");
        }
    }

    @Test
    void anInstanceThatIsDrainedBeforeItIsReadyIsNeverUp() {
        String database = TestDatabase.create();
        TestDatabase.forbidConnections(database);

        try (TestInstance instance = TestInstance.launched(database)) {
            assertThat(state(instance)).isEqualTo("STARTING");
            drain(instance).expectStatus().isOk().expectBody().json("{\"state\":\"STARTING\"}");
            assertThat(registryStatus(instance)).isEqualTo(InstanceStatus.DOWN);
            TestDatabase.allowConnections(database);
            instance.awaitReady();

            awaitState(instance, "DRAINING");
            assertThat(registryStatus(instance)).isEqualTo(InstanceStatus.DOWN);
            undrain(instance).expectBody().json("{\"state\":\"UP\"}");
        }
    }

    @Test
    void aLeavingInstanceLeavesWhateverAnOperatorSays() {
        TestInstance instance = start("auth.registry.leave-pause=3s");
        CompletableFuture<Void> closed = CompletableFuture.runAsync(instance::close);
        awaitState(instance, "LEAVING");

        drain(instance).expectBody().json("{\"state\":\"LEAVING\"}");
        undrain(instance).expectBody().json("{\"state\":\"LEAVING\"}");

        assertThat(registryStatus(instance)).isEqualTo(InstanceStatus.DOWN);
        closed.join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic !!!",
                "Basic YXV0aC1zdmNz", // auth-svcs
                "Bearer YXV0aC1zdmNzOnVudXNlZA==", // auth-svcs:unused
                "Basic YXV0aC1zdmNzOndyb25n", // auth-svcs:wrong
                "Basic b3RoZXI6dW51c2Vk", // other:unused
                "Basic YXV0aC1zdmNzOnVudXNlZCA=", // auth-svcs:unused, and a blank
            })
    void nobodyDrainsWithoutTheCredentialsOfTheRegistry(String authorization) {
        for (String change : new String[] {"drain", "undrain"}) {
            Shared.INSTANCE
                    .client()
                    .post()
                    .uri("/internal/instance/" + change)
                    .headers(headers -> {
                        if (!authorization.isEmpty()) {
                            headers.set(HttpHeaders.AUTHORIZATION, authorization);
                        }
                    })
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"auth-svcs\", charset=\"UTF-8\"")
                    .expectBody(String.class)
                    .isEqualTo("{\"reason\":\"The credentials of the registry are required\"}");
        }
        assertThat(state(Shared.INSTANCE)).isEqualTo("UP");
    }

    @Test
    void anInstanceProvesItselfToWhoeverAsksForItsAddressAlone() {
        InstanceInfo entry = Shared.INSTANCE.bean(ApplicationInfoManager.class).getInfo();
        String address = entry.getHostName() + ":" + entry.getPort();
        String proof = TestInstance.GATEWAY_KEY.proof("a nonce", "auth-9", address);

        Shared.INSTANCE
                .client()
                .get()
                .uri("/internal/instance")
                .header(HeaderNames.NONCE, "a nonce")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("{\"id\":\"auth-9\",\"state\":\"UP\",\"tokensAtOnce\":64,\"proof\":\"" + proof + "\"}");
        Shared.INSTANCE
                .client()
                .get()
                .uri("/internal/instance")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("{\"id\":\"auth-9\",\"state\":\"UP\",\"tokensAtOnce\":64}");
    }

    @Test
    void credentialsTwiceAreNone() {
        Shared.INSTANCE
                .client()
                .post()
                .uri("/internal/instance/drain")
                .header(HttpHeaders.AUTHORIZATION, CREDENTIALS, CREDENTIALS)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void credentialsAreComparedInATimeThatTellsNothing() {
        ArchRuleDefinition.classes()
                .that()
                .areAssignableTo(RegistryCredentials.class)
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(new ClassFileImporter().importClasses(RegistryCredentials.class));
    }

    /** One that nobody changes. */
    private static final class Shared {
        private static final TestInstance INSTANCE = start();
    }

    private static TestInstance start(String... further) {
        TestInstance instance =
                TestInstance.start(TestDatabase.create(), with("eureka.instance.instance-id=auth-9", further));
        awaitState(instance, "UP");
        return instance;
    }

    private static String[] with(String setting, String... further) {
        return Stream.concat(Stream.of(setting), Stream.of(further)).toArray(String[]::new);
    }

    private static void awaitState(TestInstance instance, String state) {
        Awaitility.await().untilAsserted(() -> assertThat(state(instance)).isEqualTo(state));
    }

    private static String state(TestInstance instance) {
        String body = String.valueOf(instance.client()
                .get()
                .uri("/internal/instance")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return body.replaceFirst(".*\"state\":\"([A-Z]+)\".*", "$1");
    }

    private static InstanceStatus registryStatus(TestInstance instance) {
        return instance.bean(ApplicationInfoManager.class).getInfo().getStatus();
    }

    private static ResponseSpec drain(TestInstance instance) {
        return post(instance, "/internal/instance/drain");
    }

    private static ResponseSpec undrain(TestInstance instance) {
        return post(instance, "/internal/instance/undrain");
    }

    private static ResponseSpec post(TestInstance instance, String path) {
        return instance.client()
                .post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, CREDENTIALS)
                .exchange();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
