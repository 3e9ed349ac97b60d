package io.authsvcs.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.Contract;
import io.authsvcs.gateway.routing.ContractSettings.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ContractSettingsTest {
    private static final String ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    private final ApplicationContextRunner settings = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Bound.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ContractSettings.class)
    static class Bound {}

    @Test
    void everyContractIsOnByDefault() {
        with(bound -> assertThat(Contract.values()).allMatch(bound::isOn));
    }

    @Test
    void onlyAltegioHasALimitByDefault() {
        with(bound -> assertThat(Arrays.stream(Contract.values()).map(bound::limit))
                .containsExactly(new Limit(5, 200), new Limit(0, 0), new Limit(0, 0), new Limit(0, 0)));
    }

    @Test
    void aListOfTheEnvironmentSaysWhichAreOn() {
        with(
                bound -> assertThat(Contract.values())
                        .filteredOn(bound::isOn)
                        .containsExactly(Contract.EDUMAPS, Contract.SLIDE),
                "AUTH_CONTRACTS=slide, edumaps");
    }

    @Test
    void anEmptyListIsNone() {
        with(bound -> assertThat(Contract.values()).noneMatch(bound::isOn), "AUTH_CONTRACTS=");
    }

    @ParameterizedTest
    @EnumSource
    void everyContractHasALimitOfItsOwn(Contract contract) {
        String prefix = "gateway.contracts." + contract.label();

        with(
                bound -> assertThat(Contract.values())
                        .filteredOn(one -> bound.limit(one).equals(new Limit(3, 9)))
                        .containsExactly(contract),
                prefix + ".per-second=3",
                prefix + ".per-minute=9");
    }

    @Test
    void halfALimitLeavesTheOtherHalf() {
        with(
                bound -> assertThat(bound.limit(Contract.ALTEGIO)).isEqualTo(new Limit(0, 200)),
                "gateway.contracts.altegio.per-second=0");
    }

    @ParameterizedTest
    @EnumSource
    void everyLimitHasItsVariableInTheOperatorsTable(Contract contract) throws IOException {
        String prefix = "GATEWAY_CONTRACTS_" + contract.name();

        assertThat(Files.readString(Path.of("..", "docs", "contracts", "README.md")))
                .contains("`" + prefix + "_PERSECOND`", "`" + prefix + "_PERMINUTE`");
        settings.withInitializer(environment(Map.of(prefix + "_PERSECOND", "3", prefix + "_PERMINUTE", "9")))
                .run(context -> assertThat(
                                context.getBean(ContractSettings.class).limit(contract))
                        .isEqualTo(new Limit(3, 9)));
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> environment(
            Map<String, Object> variables) {
        return context -> context.getEnvironment()
                .getPropertySources()
                .replace(ENVIRONMENT, new SystemEnvironmentPropertySource(ENVIRONMENT, variables));
    }

    private void with(Consumer<ContractSettings> check, String... properties) {
        settings.withPropertyValues(properties).run(context -> check.accept(context.getBean(ContractSettings.class)));
    }
}
