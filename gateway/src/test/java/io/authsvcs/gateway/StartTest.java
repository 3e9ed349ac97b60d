package io.authsvcs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.certificate.TestAuthority;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    private static final String KEY = "gateway.peers.key=0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "gateway.registry.password=of-a-test";

    @Test
    void withoutARegistryPasswordOneSentenceSaysSo(CapturedOutput output) {
        assertThatThrownBy(() -> start("gateway.registry.password=", KEY)).isNotNull();

        assertThat(output)
                .contains("REGISTRY_PASSWORD is not set, and the registry answers nobody without it.")
                .contains("Set the environment variable REGISTRY_PASSWORD")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"'', AUTH_GATEWAY_KEY is missing", "guess, AUTH_GATEWAY_KEY is shorter than 32 characters"})
    void withoutAKeyForItsPeersOneSentenceSaysSo(String key, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(PASSWORD, "gateway.peers.key=" + key)).isNotNull();

        assertThat(output).contains(sentence).contains("openssl rand -hex 32").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH_CONTRACTS=altegio;slides, AUTH_CONTRACTS has \"altegio;slides\"",
        "gateway.contracts.enabled=Slide, AUTH_CONTRACTS has \"Slide\"",
        "gateway.contracts.slide.per-second=-1, gateway.contracts.slide.per-second is -1",
        "gateway.contracts.altegio.per-minute=4, gateway.contracts.altegio.per-second is 5",
        "gateway.edge.body-limit=0B, gateway.edge.body-limit is 0B",
        "gateway.edge.large-body-limit=1KB, gateway.edge.large-body-limit is 1024B",
        "gateway.edge.large-bodies=1MB, gateway.edge.large-bodies is 1048576B",
        "gateway.upstream.large-answer-limit=1KB, gateway.upstream.large-answer-limit is 1024B",
        "gateway.edge.body-timeout=1h, gateway.edge.body-timeout is PT1H",
        "gateway.upstream.request-timeout=15s, gateway.edge.connection-timeout is PT25S",
        "gateway.edge.trusted-proxies=all, GATEWAY_TRUSTED_PROXIES has \"all\"",
        "gateway.upstream.request-timeout=1ms, gateway.upstream.request-timeout is PT0.001S",
        "gateway.tls.certificate=nowhere.pem, GATEWAY_TLS_PRIVATE_KEY is missing",
        "gateway.upstream.ca=nowhere.pem, GATEWAY_UPSTREAM_CA can't be used: nowhere.pem",
        "gateway.edge.connections=0, gateway.edge.connections is 0",
        "gateway.upstream.retry-reserve=0, gateway.upstream.retry-reserve is 0",
        "gateway.upstream.retry-reserve=30000000, gateway.upstream.retry-reserve is 30000000",
        "gateway.upstream.retry-percent=101, gateway.upstream.retry-percent is 101",
        "gateway.upstream.connections=0, gateway.upstream.connections is 0",
        "gateway.upstream.answer-limit=1GB, gateway.upstream.answer-limit is",
        "gateway.upstream.idle-timeout=-1s, gateway.upstream.idle-timeout is PT-1S"
    })
    void aSettingThatCannotBeStopsTheStartWithASentence(String setting, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(PASSWORD, KEY, setting)).isNotNull();

        assertThat(output).contains(sentence).doesNotContain("\tat ");
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStartWithASentence(@TempDir Path folder, CapturedOutput output) {
        TestAuthority authority = TestAuthority.named("authority");
        Path certificate = authority.issue("one", "localhost").writeCertificate(folder.resolve("one.pem"));
        Path key = authority.issue("other", "localhost").writePrivateKey(folder.resolve("other.key"));

        assertThatThrownBy(() -> start(
                        PASSWORD, KEY, "gateway.tls.certificate=" + certificate, "gateway.tls.private-key=" + key))
                .isNotNull();

        assertThat(output)
                .contains("GATEWAY_TLS_CERTIFICATE and GATEWAY_TLS_PRIVATE_KEY can't be used: Private key in keystore"
                        + " matches none of the certificates")
                .doesNotContain("\tat ");
    }

    @Test
    void aSettingThatNobodyReadsStopsTheStart(CapturedOutput output) {
        assertThatThrownBy(() -> start(PASSWORD, KEY, "gateway.upstream.courage=1s"))
                .isNotNull();

        assertThat(output).contains("gateway.upstream.courage");
    }

    private static void start(String... settings) {
        new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class)
                .web(WebApplicationType.REACTIVE)
                .properties("server.port=0", "management.server.port=0", "eureka.client.fetch-registry=false")
                .run(Arrays.stream(settings).map("--"::concat).toArray(String[]::new))
                .close();
    }
}
