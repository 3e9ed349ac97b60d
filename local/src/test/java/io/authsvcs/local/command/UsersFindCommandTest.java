package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFindCommandTest {
    private static final String USER = "{\"userID\":\"u1\",\"email\":\"ann@example.com\",\"firstName\":\"Ann\","
            + "\"roles\":[\"user\",\"admin\"],\"status\":\"active\",\"createdAt\":\"2026-11-22T08:00:00Z\","
            + "\"updatedAt\":\"2026-11-22T08:00:00Z\"}";

    private final TestAuthctl authctl;

    UsersFindCommandTest(@TempDir Path folder) throws IOException {
        authctl = new TestAuthctl(folder);
        authctl.gateway.answering("GET /v1/admin/users", 200, "{\"users\":[" + USER + "]}");
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void somebodyIsFoundByAnAddressThatNeedsEncoding() {
        assertThat(authctl.run("users", "find", "ann+1@example.com")).isZero();

        assertThat(authctl.gateway.asked().getFirst().query()).isEqualTo("email=ann%2B1%40example.com");
        assertThat(authctl.out()).containsPattern("u1 +ann@example.com +- +- +Ann +user,admin +active");
    }

    @Test
    void forScriptsItIsAnObject() {
        authctl.run("users", "find", "ann", "--json");

        assertThat(authctl.out().replaceAll("\\s", "")).isEqualTo("{\"users\":[" + USER + "]}");
    }

    @Test
    void nobodyIsASentence() {
        authctl.gateway.answering("GET /v1/admin/users", 200, "{\"users\":[]}");

        assertThat(authctl.run("users", "find", "ann")).isZero();
        assertThat(authctl.out()).contains("Nobody is known by ann.");
    }
}
