package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
    private static final String NEXT = "{\"kid\":\"k2\",\"algorithm\":\"RS256\",\"state\":\"next\","
            + "\"createdAt\":\"2026-11-22T08:00:00Z\",\"signsFrom\":\"2026-11-22T08:10:00Z\"}";
    private static final String REVOKED = NEXT.replace("next", "revoked").replace("k2", "k1");
    private static final String REVOKE = "POST /v1/admin/keys/k1/revoke";

    private final TestAuthctl authctl;

    KeysCommandTest(@TempDir Path folder) throws IOException {
        authctl = new TestAuthctl(folder);
        authctl.gateway.answering(REVOKE, 200, REVOKED);
    }

    @AfterEach
    void close() {
        authctl.close();
    }

    @Test
    void theListIsATable() {
        authctl.gateway.answering("GET /v1/admin/keys", 200, "{\"keys\":[" + NEXT + "]}");

        assertThat(authctl.run("keys", "list")).isZero();

        assertThat(authctl.out()).containsPattern("k2 +RS256 +next +2026-11-22T08:10:00Z +-");
    }

    @Test
    void forScriptsTheListIsAnObject() {
        authctl.gateway.answering("GET /v1/admin/keys", 200, "{\"keys\":[" + NEXT + "]}");

        authctl.run("keys", "list", "--json");

        assertThat(authctl.out().replaceAll("\\s", "")).isEqualTo("{\"keys\":[" + NEXT + "]}");
    }

    @Test
    void rotatingTellsFromWhenOnTheNewKeySigns() {
        authctl.gateway.answering("POST /v1/admin/keys/rotate", 201, NEXT);

        authctl.run("keys", "rotate");
        authctl.run("keys", "rotate", "--json");

        assertThat(authctl.out().lines())
                .containsExactly("Key k2 is next; it signs from 2026-11-22T08:10:00Z on.", NEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "YES\n"})
    void revokingIsDoneWhenThePersonSaysYes(String answer) {
        assertThat(authctl.typing(answer).run("keys", "revoke", "k1")).isZero();

        assertThat(authctl.err()).contains("Revoke it? [y/N]");
        assertThat(authctl.out()).contains("Key k1 is revoked.");
        assertThat(authctl.gateway.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "\n", "", "yesterday\n"})
    void revokingIsNotDoneWhenThePersonSaysAnythingElse(String answer) {
        assertThat(authctl.typing(answer).run("keys", "revoke", "k1")).isZero();

        assertThat(authctl.out()).contains("Nothing was done.");
        assertThat(authctl.gateway.asked()).isEmpty();
    }

    @Test
    void whereNobodyCanBeAskedRevokingIsRefused() {
        assertThat(authctl.reading("y\n").run("keys", "revoke", "k1")).isEqualTo(2);

        assertThat(authctl.err()).contains("authctl keys revoke k1 --yes");
        assertThat(authctl.gateway.asked()).isEmpty();
    }

    @Test
    void whoeverSaysYesBeforehandIsNotAsked() {
        assertThat(authctl.run("keys", "revoke", "k1", "--yes", "--json")).isZero();

        assertThat(authctl.gateway.asked()).hasSize(1);
        assertThat(authctl.out().strip()).isEqualTo(REVOKED);
    }

    @Test
    void aKeyThatIsNotThereIsASentence() {
        authctl.gateway.answering(REVOKE, 404, "{\"reason\":\"No such key\"}");

        assertThat(authctl.run("keys", "revoke", "k1", "--yes")).isEqualTo(1);

        assertThat(authctl.err()).contains("Revoking key k1 was answered 404, No such key.", "authctl keys list");
    }
}
