package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void tokensNameTheUrlThatClientsUse() {
        assertThat(environments().of(members().get("auth-1"), members()))
                .containsEntry("AUTH_ISSUER", "http://localhost:8080");
    }

    @Test
    void messagesGoToAFolderOfTheCluster() {
        assertThat(environments().of(members().get("auth-1"), members()))
                .containsEntry("AUTH_MAIL_FOLDER", folder.resolve("mail").toString());
    }

    @Test
    void browsersKeepTheCookieWithoutTls() {
        assertThat(environments().of(members().get("auth-1"), members())).containsEntry("AUTH_COOKIE_SECURE", "false");
    }

    private Environments environments() {
        Home home = new Home(folder);
        return new Environments(home, Secrets.kept(home.secretsFile()));
    }

    private Members members() {
        StateFile file = new StateFile(folder.resolve("state.json"));
        file.write(TestStates.of(
                Member.named("gateway", Kind.GATEWAY).withPorts(8080, 9080),
                Member.auth(1).withPorts(8081, 9081),
                Member.named("registry", Kind.REGISTRY).withPorts(8761, 9761),
                Member.named("database", Kind.DATABASE).withPorts(5432, 0)));
        return new Members(file);
    }
}
