package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service in JavaScript verifies our tokens with jose and the key set alone. */
@ExtendWith(SharedCluster.class)
class JavaScriptClientIT {
    private static final Path SOURCES = Path.of("src", "test", "javascript");
    private static final Path FOLDER = Path.of("target", "javascript");

    private final String keySet;
    private final Answer registered;

    JavaScriptClientIT(Cluster cluster, Client client) {
        this.keySet = cluster.url().resolve("/.well-known/jwks.json").toString();
        this.registered = client.register("node-" + UUID.randomUUID() + "@example.com");
    }

    @BeforeAll
    static void install() throws IOException {
        assertThat(List.of(Tool.find("node"), Tool.find("npm")))
                .as("node and npm, 20 or newer: this test needs them on PATH (Debian: apt-get install nodejs npm)")
                .allMatch(found -> found.isPresent());
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "verify.mjs")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Tool.Result installed = Tool.run(
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefix",
                FOLDER.toString(),
                "--cache",
                FOLDER.resolve("cache").toString());
        assertThat(installed.succeeded()).as(installed.output()).isTrue();
    }

    @Test
    void aTokenIsVerifiedByTheKeySet() {
        Tool.Result verified = verify(registered.text("token"));

        assertThat(verified.succeeded()).as(verified.output()).isTrue();
        JsonNode claims = new JsonMapper().readTree(verified.output());
        assertThat(claims.get("sub").stringValue()).isEqualTo(registered.text("userID"));
        assertThat(claims.get("scope").stringValue()).isEqualTo("user");
    }

    @Test
    void aTamperedTokenIsRefused() {
        assertRefused(verify(Forgery.withRole("admin", registered.text("token"))));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        assertRefused(verify(Forgery.ofAnotherKey(registered.text("token"))));
    }

    private static void assertRefused(Tool.Result result) {
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().strip()).isEqualTo("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
    }

    private Tool.Result verify(String token) {
        return Tool.run(
                List.of("node", FOLDER.resolve("verify.mjs").toString(), keySet), Map.of("ACCESS_TOKEN", token));
    }
}
