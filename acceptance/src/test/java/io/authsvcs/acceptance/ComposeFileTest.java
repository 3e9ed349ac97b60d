package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of the container files where no engine is at hand; acceptance/compose/run shows the rest. */
class ComposeFileTest {
    private static final Map<String, Map<String, Object>> SERVICES = ContainerFiles.services();

    @Test
    void theClusterIsADatabaseARegistryInstancesAndAGateway() {
        assertThat(SERVICES).containsOnlyKeys("postgres", "migration", "registry", "auth-service", "gateway");
    }

    @Test
    void onlyTheGatewayPublishesAPort() {
        assertThat(SERVICES.entrySet())
                .filteredOn(service -> service.getValue().containsKey("ports"))
                .extracting(Map.Entry::getKey)
                .containsExactly("gateway");
    }

    @Test
    void instancesCanBeScaledForNothingOfThemIsUnique() {
        assertThat(service("auth-service")).doesNotContainKeys("ports", "container_name", "hostname", "network_mode");
        assertThat(environment("auth-service")).doesNotContainKeys("AUTH_INSTANCE_ID", "AUTH_HOST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSTGRES_PASSWORD",
                "POSTGRES_INSTANCES_PASSWORD",
                "REGISTRY_PASSWORD",
                "AUTH_GATEWAY_KEY",
                "AUTH_MASTER_KEY",
                "AUTH_ADMIN_PASSWORD"
            })
    void aSecretIsAskedForAndHasNoDefault(String secret) {
        assertThat(usesOf(secret))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use).startsWith("${" + secret + ":?"));
    }

    @Test
    void whatIsAskedForIsMadeByDockerSecrets() {
        Pattern asked = Pattern.compile("\\$\\{(\\w+):\\?");
        Pattern made = Pattern.compile("^(\\w+)=", Pattern.MULTILINE);

        assertThat(names(asked, ContainerFiles.compose()))
                .isEqualTo(names(made, ContainerFiles.secrets()))
                .contains("AUTH_MASTER_KEY");
    }

    @Test
    void nobodySendsCookiesOverHttpWithoutHavingSaidSo() {
        assertThat(environment("auth-service").get("AUTH_COOKIE_SECURE")).startsWith("${AUTH_COOKIE_SECURE:?");
    }

    @ParameterizedTest
    @MethodSource("services")
    void noServiceIsGivenASecretThatStandsInTheFile(String service) {
        assertThat(environment(service)).allSatisfy((name, value) -> {
            if (name.matches(".*(PASSWORD|KEY)")) {
                // Asked for, or absent where nobody gives it.
                assertThat(value).as(name).matches("\\$\\{\\w+:(\\?.*|-)}");
            }
        });
    }

    @Test
    void instancesRunTheirStatementsAsAnotherThanTheOwnerOfTheDatabase() {
        assertThat(environment("auth-service").get("DATABASE_URL"))
                .startsWith("postgresql://instances:${POSTGRES_INSTANCES_PASSWORD:?");
        assertThat(environment("auth-service")).doesNotContainKey("DATABASE_MIGRATION_URL");
    }

    @Test
    void theOwnersPasswordIsGivenToAProcessThatEndsOnceItHasMigrated() {
        assertThat(service("migration"))
                .containsEntry("command", List.of("auth-service.jar", "migrate"))
                .containsEntry("restart", "on-failure")
                .containsEntry("image", service("auth-service").get("image"));
        assertThat(environment("migration"))
                .containsEntry("DATABASE_URL", environment("auth-service").get("DATABASE_URL"));
        assertThat(environment("migration").get("DATABASE_MIGRATION_URL"))
                .startsWith("postgresql://auth-svcs:${POSTGRES_PASSWORD:?}@");
        assertThat(environment("postgres")).containsEntry("POSTGRES_USER", "auth-svcs");
    }

    @Test
    void theDatabaseKeepsItsDataInAVolumeWhereVersion18LooksForIt() {
        assertThat(service("postgres"))
                .containsEntry("image", "postgres:18")
                .containsEntry("volumes", List.of("database:/var/lib/postgresql"))
                .containsKey("healthcheck");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void anImageOfOursIsAStageOfTheDockerfileWithAHealthCheck(String service) {
        assertThat(service(service).get("build")).isEqualTo(Map.of("context", ".", "target", service));
        assertThat(ContainerFiles.stage(service))
                .startsWith("FROM runtime AS " + service)
                .anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.contains(" CMD ready "));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void aProcessOfOursHasTimeToLeaveAndNoPrivilege(String service) {
        assertThat(service(service))
                .containsEntry("stop_grace_period", "30s")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKey("mem_limit");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void anImageOfOursIsCopiedLayerByLayerFromTheBuild(String service) {
        assertThat(ContainerFiles.stage(service))
                .containsSubsequence(
                        Stream.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application")
                                .map(layer -> "COPY --from=build /layers/%s/%s ./".formatted(service, layer))
                                .toList());
    }

    @Test
    void itIsBuiltWithAJdkAndRunsWithARuntimeOfTheSameVersion() {
        assertThat(ContainerFiles.dockerfile())
                .contains("FROM eclipse-temurin:25-jdk AS build", "FROM eclipse-temurin:25-jre AS runtime");
    }

    @Test
    void itRunsAsANumberedUserWhoIsNotRoot() {
        assertThat(ContainerFiles.stage("runtime")).anyMatch(line -> line.matches("USER [1-9]\\d+:[1-9]\\d+"));
        assertThat(ours().flatMap(service -> ContainerFiles.stage(service).stream()))
                .noneMatch(line -> line.startsWith("USER "));
    }

    @Test
    void theProcessItselfGetsTheSignalToStop() {
        assertThat(ContainerFiles.stage("runtime")).anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\", "));
    }

    static Stream<String> services() {
        return SERVICES.keySet().stream();
    }

    static Stream<String> ours() {
        return services().filter(service -> !List.of("postgres", "migration").contains(service));
    }

    private static Map<String, Object> service(String name) {
        return SERVICES.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(String service) {
        return (Map<String, String>) service(service).getOrDefault("environment", Map.of());
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static List<String> usesOf(String variable) {
        return Pattern.compile("\\$\\{?%s\\b[^}]*}?".formatted(variable))
                .matcher(ContainerFiles.compose())
                .results()
                .map(match -> match.group())
                .toList();
    }
}
