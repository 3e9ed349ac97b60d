package io.authsvcs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void gatewaysAndInstancesAreToldOneKeyAndTheRegistryNone() {
        String key = environments().of(members().get("gateway"), members()).get("AUTH_GATEWAY_KEY");

        assertThat(key).isNotBlank();
        assertThat(environments().of(members().get("auth-1"), members())).containsEntry("AUTH_GATEWAY_KEY", key);
        assertThat(environments().of(members().get("registry"), members())).doesNotContainValue(key);
    }

    @Test
    void theFirstInstanceAloneIsToldWhoOwnsTheDatabase() {
        Map<String, String> first = environments().of(members().get("auth-1"), members());
        Member added = members().add(Settings.none());

        assertThat(first.get("DATABASE_MIGRATION_URL")).startsWith("postgresql://auth_svcs:");
        assertThat(first.get("DATABASE_URL")).startsWith("postgresql://auth_svcs_instances:");
        assertThat(environments().of(added, members()))
                .containsEntry("DATABASE_URL", first.get("DATABASE_URL"))
                .doesNotContainKey("DATABASE_MIGRATION_URL");
    }

    @Test
    void somebodyElsesDatabaseIsUsedAsTheUserWhomTheyNamed() {
        DatabaseUrl theirs = new DatabaseUrl("postgresql://ann:x@db.example/auth");
        Members members = members(Specification.anyPort().withDatabase(theirs));

        assertThat(environments().of(members.get("auth-1"), members))
                .containsEntry("DATABASE_URL", theirs.text())
                .doesNotContainKey("DATABASE_MIGRATION_URL");
    }

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

    @Test
    void loadFromThisMachineIsNotTakenForGuessing() {
        assertThat(environments().of(members().get("auth-1"), members()))
                .containsEntry("AUTH_THROTTLE_EXEMPT", "127.0.0.1");
    }

    @Test
    void settingsAreToldToThoseWhomTheyAreFor() {
        Members members = members(new Settings(Map.of("AUTH_CONTRACTS", "slide", "GATEWAY_X", "1", "AUTH_X", "2")));

        assertThat(environments().of(members.get("auth-1"), members))
                .containsEntry("AUTH_CONTRACTS", "slide")
                .containsEntry("AUTH_X", "2")
                .doesNotContainKey("GATEWAY_X");
        assertThat(environments().of(members.get("gateway"), members))
                .containsEntry("AUTH_CONTRACTS", "slide")
                .containsEntry("GATEWAY_X", "1")
                .doesNotContainKey("AUTH_X");
    }

    @Test
    void messagesGoToAMailServerInsteadWhereOneIsSet() {
        Members members = members(new Settings(Map.of("AUTH_SMTP_HOST", "mail.example.com")));

        assertThat(environments().of(members.get("auth-1"), members)).doesNotContainKey("AUTH_MAIL_FOLDER");
    }

    @Test
    void everybodyIsToldOfAllRegistries() {
        Members members = members();
        members.put(Member.of(Kind.REGISTRY, 2).withPorts(8762, 9762));
        String all = "http://127.0.0.1:8761/eureka/,http://127.0.0.1:8762/eureka/";

        assertThat(environments().of(members.get("gateway"), members)).containsEntry("REGISTRY_URL", all);
        assertThat(environments().of(members.get("auth-1"), members)).containsEntry("REGISTRY_URL", all);
        assertThat(environments().of(members.get("registry-2"), members)).containsEntry("REGISTRY_PEERS", all);
    }

    /** The registry tells itself from its peers by nothing else. */
    @Test
    void aRegistryKnowsItselfAmongItsPeers() {
        Map<String, String> registry = environments().of(members().get("registry"), members());

        assertThat(registry.get("REGISTRY_PEERS"))
                .contains("http://" + registry.get("REGISTRY_HOST") + ":" + registry.get("REGISTRY_PORT") + "/eureka/");
    }

    @Test
    void theIssuerIsTheFirstGatewayWhicheverIsAsked() {
        Members members = members();
        members.put(Member.of(Kind.GATEWAY, 2).withPorts(8090, 9090));

        assertThat(environments().of(members.get("auth-1"), members))
                .containsEntry("AUTH_ISSUER", "http://localhost:8080");
    }

    @Test
    void whatAMemberAloneIsToldCountsMost() {
        Members members = members(new Settings(Map.of("AUTH_X", "1")));
        Member added = members.add(new Settings(Map.of("AUTH_X", "2", "DATABASE_URL", "postgresql://a:b@c/d")));

        assertThat(environments().of(added, members))
                .containsEntry("AUTH_X", "2")
                .containsEntry("DATABASE_URL", "postgresql://a:b@c/d");
        assertThat(environments().of(members.get("auth-1"), members)).containsEntry("AUTH_X", "1");
        assertThat(added.name()).isEqualTo("auth-2");
        assertThat(added.toString()).doesNotContain("a:b@c");
    }

    @Test
    void eachGatewayRemembersTheInstancesInAFileOfItsOwn() {
        Members members = members();
        members.put(Member.of(Kind.GATEWAY, 2).withPorts(8090, 9090));

        assertThat(environments().of(members.get("gateway-2"), members))
                .containsEntry(
                        "GATEWAY_UPSTREAM_MEMORY",
                        folder.resolve("gateway-2.instances.json").toString());
    }

    /** Otherwise a shell's would be taken, and lost without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-1"})
    void whatIsSetHereIsNoSetting(String name) {
        assertThat(environments().of(members().get(name), members()).keySet())
                .filteredOn(variable -> variable.startsWith("AUTH_") || variable.startsWith("GATEWAY_"))
                .isNotEmpty()
                .allSatisfy(variable -> assertThatThrownBy(() -> Settings.among(Map.of(variable, "")))
                        .hasMessageContaining(variable));
    }

    private Environments environments() {
        Home home = new Home(folder);
        return new Environments(home, Secrets.kept(home.secretsFile()));
    }

    private Members members() {
        return members(Settings.none());
    }

    private Members members(Settings settings) {
        return members(Specification.anyPort().withSettings(settings));
    }

    private Members members(Specification specification) {
        StateFile file = new StateFile(folder.resolve("state.json"));
        file.write(TestStates.of(
                        Member.of(Kind.GATEWAY, 1).withPorts(8080, 9080),
                        Member.of(Kind.AUTH, 1).withPorts(8081, 9081),
                        Member.of(Kind.REGISTRY, 1).withPorts(8761, 9761),
                        Member.of(Kind.DATABASE, 1).withPorts(5432, 0))
                .withSpecification(specification));
        return new Members(file);
    }
}
