package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuthctlTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theVersionIsThatOfTheJar() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("authctl (not packaged)");
    }

    @Test
    void theHelpOfStatusNamesEveryFieldOfItsJson() throws IOException {
        deadCluster();
        run("status", "--json");
        JsonNode status = JsonMapper.builder().build().readTree(out.toString());

        run("status", "--help");

        assertThat(out.toString().substring(out.toString().indexOf("Usage:")))
                .contains(status.propertyNames())
                .contains(status.path("processes").path(0).propertyNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--auth=0",
                "--auth=21",
                "--auth=two",
                "--port=65536",
                "--gateways=0",
                "--registries=4",
                "--database=mysql://a:b@c/d"
            })
    void nonsenseIsRefusedBeforeAnythingStarts(String option) throws IOException {
        assertThat(run("up", option)).isEqualTo(2);
        assertThat(Files.exists(folder.resolve("state.json"))).isFalse();
    }

    @Test
    void aTakenPortIsRefusedBeforeAnythingChanges() throws IOException {
        deadCluster();
        String before = Files.readString(folder.resolve("state.json"));

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up", "--port", Integer.toString(other.getLocalPort())))
                    .isEqualTo(4);
        }

        assertThat(folder.resolve("state.json")).hasContent(before);
    }

    @Test
    void beginningAnewAsksForWhatWasThereAndErasesNothingInVain() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deadCluster(other.getLocalPort());

            assertThat(run("up", "--fresh")).isEqualTo(4);
            assertThat(err.toString()).contains("Port " + other.getLocalPort() + " is taken");
        }

        assertThat(folder.resolve("state.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale 2",
                "restart all",
                "drain auth-1",
                "undrain auth-1",
                "admin token",
                "partners list",
                "keys rotate",
                "users find ann",
                "audit tail"
            })
    void whatNeedsARunningClusterSaysSo(String command) {
        assertThat(run(command.split(" "))).isEqualTo(3);
        assertThat(err.toString()).contains("The cluster does not run.").contains("authctl up");
    }

    @Test
    void downWithoutAClusterIsDone() {
        assertThat(run("down")).isZero();
        assertThat(out.toString()).contains("Nothing was running.");
    }

    @Test
    void statusOfNothingTeachesHowToStart() {
        assertThat(run("status")).isEqualTo(3);
        assertThat(out.toString()).contains("authctl up");
    }

    @Test
    void killOfAnUnknownNameListsTheKnownOnes() throws IOException {
        deadCluster();

        assertThat(run("kill", "auth-9")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no auth-9").contains("gateway, auth-1");
    }

    @Test
    void theDeadAreCalledDead() throws IOException {
        deadCluster();

        assertThat(run("status")).isEqualTo(3);
        assertThat(out.toString()).containsPattern("auth-1 +- +20001 +dead");
    }

    @Test
    void statusJsonHasTheFieldsThatScriptsRelyOn() throws IOException {
        deadCluster();

        run("status", "--json");

        JsonNode status = JsonMapper.builder().build().readTree(out.toString());
        assertThat(status.path("gateway").asString()).isEqualTo("http://localhost:8080");
        assertThat(status.path("mail").asString())
                .isEqualTo(folder.resolve("mail").toString());
        JsonNode instance = status.path("processes").path(1);
        assertThat(instance.propertyNames()).contains("name", "kind", "pid", "port", "state", "memoryBytes");
        assertThat(instance.path("name").asString()).isEqualTo("auth-1");
        assertThat(instance.path("kind").asString()).isEqualTo("auth");
        assertThat(instance.path("port").asInt()).isEqualTo(20_001);
        assertThat(instance.path("pid").isNull()).isTrue();
    }

    @Test
    void statusNamesTheFolderOfTheMessages() throws IOException {
        deadCluster();

        run("status");

        assertThat(out.toString()).contains("Mail: " + folder.resolve("mail"));
    }

    @Test
    void statusNamesTheSettingsAndWhereMetricsAre() throws IOException {
        deadCluster();

        run("status");

        assertThat(out.toString())
                .contains("Setting: AUTH_CONTRACTS=altegio,slide")
                .contains("Setting: AUTH_SMTP_PASSWORD (not shown)")
                .contains("Metrics: http://127.0.0.1:20003/actuator/metrics")
                .doesNotContain("s3cret");
    }

    @Test
    void statusJsonHasThemToo() throws IOException {
        deadCluster();

        run("status", "--json");

        JsonNode status = JsonMapper.builder().build().readTree(out.toString());
        assertThat(status.path("metrics").asString()).isEqualTo("http://127.0.0.1:20003/actuator/metrics");
        assertThat(status.path("settings").path("AUTH_CONTRACTS").asString()).isEqualTo("altegio,slide");
        assertThat(status.path("settings").path("AUTH_SMTP_PASSWORD").isNull()).isTrue();
        assertThat(out.toString()).doesNotContain("s3cret");
    }

    @Test
    void logsOfAllCarryTheirNames() throws IOException {
        deadCluster();
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/auth-1.log"), "one\ntwo\n");

        assertThat(run("logs", "-n", "1")).isZero();
        assertThat(out.toString().lines()).containsExactly("auth-1   | two");
    }

    @Test
    void logsOfOneAreAsTheyAre() throws IOException {
        deadCluster();
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/auth-1.log"), "one\ntwo\n");

        assertThat(run("logs", "auth-1")).isZero();
        assertThat(out.toString().lines()).containsExactly("one", "two");
    }

    private void deadCluster() throws IOException {
        deadCluster(8080);
    }

    private void deadCluster(int gatewayPort) throws IOException {
        Files.writeString(folder.resolve("state.json"), """
                {"specification": {"authInstances": 1, "gatewayPort": %d, "database": null,
                  "variables": {"AUTH_CONTRACTS": "altegio,slide", "AUTH_SMTP_PASSWORD": "s3cret"}},
                 "members": [
                  {"name": "gateway", "kind": "GATEWAY", "port": 8080, "managementPort": 20003, "process": null},
                  {"name": "auth-1", "kind": "AUTH", "port": 20001, "managementPort": 20002,
                   "process": {"pid": 1, "startedAt": "1999-01-01T00:00:00Z"}}],
                 "demoEmail": null}""".formatted(gatewayPort));
    }

    private int run(String... arguments) {
        Console console = Console.plain(new PrintWriter(out, true), new PrintWriter(err, true));
        return new Authctl(console, progress -> Cluster.in(folder), Map.of()).run(arguments);
    }
}
