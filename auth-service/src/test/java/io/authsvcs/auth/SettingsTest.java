package io.authsvcs.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.common.InvalidSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Every setting that can stop a start says so by the name that an operator knows. */
class SettingsTest {
    private final ApplicationContextRunner instance = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(OnlySettings.class)
            .withPropertyValues(
                    "auth.registry.password=unused",
                    "auth.administrator.password=" + TestInstance.ADMIN_PASSWORD,
                    "auth.token.master-key=x",
                    "auth.database.url=postgresql://a:b@localhost/none");

    @ParameterizedTest
    @CsvSource({
        "auth.registry.password=, REGISTRY_PASSWORD is missing",
        "auth.registry.leave-pause=-1s, leave-pause",
        "auth.administrator.password=, AUTH_ADMIN_PASSWORD is missing",
        "auth.administrator.email=admin, AUTH_ADMIN_EMAIL",
        "auth.token.master-key=, AUTH_MASTER_KEY",
        "auth.token.lifetime=0s, auth.token.lifetime",
        "auth.token.key-bits=1024, auth.token.key-bits",
        "auth.token.publish-ahead=1s, auth.token.publish-ahead",
        "auth.token.publish-ahead=7s, four times auth.token.reload-interval",
        "auth.token.rotation-interval=-1s, auth.token.rotation-interval",
        "auth.token.rotation-interval=10m, auth.token.rotation-interval",
        "auth.token.reload-interval=0s, auth.token.reload-interval",
        "auth.token.reload-interval=5s, at most 4s",
        "auth.database.url=, DATABASE_URL is missing",
        "auth.database.pool-size=0, auth.database.pool-size",
        "auth.identity.phone-region=XX, AUTH_PHONE_REGION",
        "auth.hashing.memory-kib=1024, at least 19456",
        "auth.hashing.waiting=0, auth.hashing.waiting",
        "auth.session.lifetime=0s, auth.session.lifetime",
    })
    void stopsTheStartWithASentence(String setting, String sentence) {
        instance.withPropertyValues(setting)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(
                                InvalidSetting.class,
                                invalid -> assertThat(invalid.getMessage() + invalid.cure())
                                        .contains(sentence)));
    }

    @ConfigurationPropertiesScan
    static class OnlySettings {}
}
