package io.authsvcs.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.common.certificate.TestAuthority;
import io.authsvcs.common.certificate.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance with a certificate is asked by TLS, and says so in the registry. */
class TlsTest {
    private static final TestAuthority AUTHORITY = TestAuthority.named("authority");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anInstanceWithACertificateSpeaksTlsAloneAndIsRegisteredSo() throws Exception {
        TestCertificate certificate = AUTHORITY.issue("instance", "localhost");

        try (TestRegistry registry = TestRegistry.start();
                TestInstance instance = TestInstance.start(
                        TestDatabase.create(),
                        registry.settings()[0],
                        registry.settings()[1],
                        "eureka.instance.instance-id=auth-9",
                        "auth.registry.advertised-port=4711",
                        "auth.tls.certificate=" + certificate.writeCertificate(folder.resolve("instance.pem")),
                        "auth.tls.private-key=" + certificate.writePrivateKey(folder.resolve("instance.key")))) {
            Awaitility.await().until(() -> registry.status().equals("UP"));

            assertThat(registry.securePort()).isEqualTo("4711 true");
            assertThat(registry.isOpen()).isEqualTo("false");
            assertThat(asked(instance.url().replace("http://", "https://")))
                    .contains(TestInstance.GATEWAY_KEY.proof("a nonce", "auth-9", registry.host() + ":4711"));
            assertThatThrownBy(() -> asked(instance.url())).isInstanceOf(IOException.class);
        }
    }

    private static String asked(String url) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(AUTHORITY.trust()).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url + "/internal/instance"))
                                    .header("X-Probe-Nonce", "a nonce")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
