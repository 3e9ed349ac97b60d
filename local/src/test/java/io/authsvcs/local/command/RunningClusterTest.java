package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of which the gateway runs, and nothing else. */
class RunningClusterTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void statusWithoutInstancesIsNotWell() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            assertThat(authctl.run("status")).isEqualTo(5);
            assertThat(authctl.out()).contains("No instances").contains("authctl scale N");
        }
    }

    @Test
    void anAdministratorWhoIsLetInByNobodyReadsTheReasonAndTheCure() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            authctl.gateway.answering("POST /v1/auth/login", 503, "{\"reason\":\"Unavailable auth-svcs instances\"}");

            assertThat(authctl.run("admin", "token")).isEqualTo(1);
            assertThat(authctl.err())
                    .contains("was answered 503: Unavailable auth-svcs instances.")
                    .contains("authctl up")
                    .doesNotContain("statusCode");
        }
    }

    @Test
    void anErrorOfTheInstanceIsASentenceToo() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            authctl.gateway.answering("POST /v1/auth/login", 500, "{\"error\":\"Internal error, request 1\"}");

            assertThat(authctl.run("partners", "list")).isEqualTo(1);
            assertThat(authctl.err()).contains("was answered 500: Internal error, request 1.");
        }
    }

    @Test
    void whoeverInterruptsReadsWhatStillRuns() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            assertThat(authctl.interrupted())
                    .contains("Still running: gateway.")
                    .contains("authctl down");
        }
    }

    @Test
    void scalingIsRefusedWhileTheDatabaseIsDead() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder).losingItsDatabase()) {
            assertThat(authctl.run("scale", "2")).isEqualTo(1);
            assertThat(authctl.err()).contains("The database is dead").contains("authctl up");
        }
    }

    @Test
    void nobodyIsRenewedWhereThereIsNoInstance() throws IOException {
        try (TestAuthctl authctl = new TestAuthctl(folder)) {
            assertThat(authctl.run("restart", "all")).isZero();
            assertThat(authctl.out()).contains("There is no instance").doesNotContain("renewed");
        }
    }
}
