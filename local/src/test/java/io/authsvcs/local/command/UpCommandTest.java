package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.Settings;
import io.authsvcs.local.Specification;
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
import picocli.CommandLine;

/** What is asked for, by the options, the shell, and what was asked for the last time. */
class UpCommandTest {
    private static final Specification LAST = Specification.standard()
            .withSettings(new Settings(Map.of("AUTH_CONTRACTS", "slide", "AUTH_SESSION_LIMIT", "5")));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void settingsOfTheLastTimeStayWhereTheShellHasNoOther() {
        assertThat(asked(Map.of("AUTH_CONTRACTS", ""), "--auth=3").settings().variables())
                .isEqualTo(Map.of("AUTH_CONTRACTS", "", "AUTH_SESSION_LIMIT", "5"));
        assertThat(asked(Map.of(), "--port=9090", "--database=embedded").settings())
                .isEqualTo(LAST.settings());
    }

    @Test
    void gatewaysAndRegistriesAreAsManyAsTheLastTimeUnlessAskedFor() {
        assertThat(asked(Map.of(), "--gateways=2", "--registries=3"))
                .isEqualTo(LAST.withGateways(2).withRegistries(3));
        assertThat(asked(LAST.withGateways(2).withRegistries(3), Map.of(), "--auth=2"))
                .isEqualTo(LAST.withGateways(2).withRegistries(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--defaults", "--fresh"})
    void thereIsAWayBackToTheDefaults(String option) {
        assertThat(asked(Map.of(), option).settings()).isEqualTo(Settings.none());
        assertThat(asked(Map.of("AUTH_CONTRACTS", "altegio"), option).settings().variables())
                .isEqualTo(Map.of("AUTH_CONTRACTS", "altegio"));
    }

    @Test
    void whatAuthctlSetsItselfIsRefusedBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TestAuthctl authctl = new TestAuthctl(folder).inAShellOf(Map.of("GATEWAY_PORT", "9090"))) {
            String before = Files.readString(folder.resolve("state.json"));

            assertThat(authctl.run("up", "--port=" + other.getLocalPort())).isEqualTo(2);

            assertThat(authctl.err())
                    .contains("authctl itself sets GATEWAY_PORT")
                    .contains("--port");
            assertThat(folder.resolve("state.json")).hasContent(before);
        }
    }

    @Test
    void otherCommandsDoNotMindTheShell() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder).inAShellOf(Map.of("GATEWAY_PORT", "9090"))) {
            assertThat(authctl.run("status")).isEqualTo(5);
        }
    }

    private Specification asked(Map<String, String> shell, String... options) {
        return asked(LAST, shell, options);
    }

    private Specification asked(Specification last, Map<String, String> shell, String... options) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Console console = Console.plain(nowhere, nowhere);
        UpCommand up = new UpCommand(new Authctl(console, progress -> Cluster.in(folder), shell));
        new CommandLine(up).parseArgs(options);
        return up.asked(last);
    }
}
