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
                    "auth.gateway.key=0123456789abcdef0123456789abcdef",
                    "auth.administrator.password=" + TestInstance.ADMIN_PASSWORD,
                    "auth.token.master-key=x",
                    "auth.database.url=postgresql://a:b@localhost/none");

    @ParameterizedTest
    @CsvSource({
        "auth.registry.password=, REGISTRY_PASSWORD is missing",
        "auth.gateway.key=, AUTH_GATEWAY_KEY is missing",
        "auth.gateway.key=guess, AUTH_GATEWAY_KEY is shorter than 32 characters",
        "auth.registry.leave-pause=-1s, leave-pause",
        "auth.registry.advertised-port=65536, AUTH_ADVERTISED_PORT",
        "auth.registry.advertised-port=-1, AUTH_ADVERTISED_PORT",
        "auth.administrator.password=, AUTH_ADMIN_PASSWORD is missing",
        "auth.administrator.email=admin, AUTH_ADMIN_EMAIL",
        "auth.token.master-key=, AUTH_MASTER_KEY",
        "auth.token.master-key-file=/run/secrets/key, There are two master keys",
        "auth.token.lifetime=0s, auth.token.lifetime",
        "auth.token.key-bits=1024, auth.token.key-bits",
        "auth.token.publish-ahead=1s, auth.token.publish-ahead",
        "auth.token.publish-ahead=7s, four times auth.token.reload-interval",
        "auth.token.rotation-interval=-1s, auth.token.rotation-interval",
        "auth.token.rotation-interval=10m, auth.token.rotation-interval",
        "auth.token.reload-interval=0s, auth.token.reload-interval",
        "auth.token.reload-interval=5s, at most 4s",
        "'auth.contracts.enabled=altegio,soap', AUTH_CONTRACTS names 'soap'",
        "auth.contracts.altegio.phone-region=XX, auth.contracts.altegio.phone-region",
        "auth.contracts.authorization.fresh-login=-1s, auth.contracts.authorization.fresh-login",
        "auth.contracts.slide.longest-session=-1s, auth.contracts.slide.longest-session",
        "auth.contracts.slide.phone-region=XX, auth.contracts.slide.phone-region",
        "auth.database.url=, DATABASE_URL is missing",
        "auth.database.url=postgresql://a:b@db/auth?sslmode=always, DATABASE_URL asks for sslmode=always",
        "auth.database.url=postgresql://a:b@db/auth?sslmode=require&sslrootcert=no.pem, The sslrootcert of DATABASE_URL",
        "auth.database.migration-url=postgresql://db/none, DATABASE_MIGRATION_URL isn't the whole address",
        "auth.database.migration-url=postgresql://a:b@localhost/other, name different databases",
        "auth.database.pool-size=0, auth.database.pool-size",
        "auth.database.lookup-pool-size=0, auth.database.lookup-pool-size",
        "auth.audit.retention=1h, auth.audit.retention",
        "auth.device.known-for=0s, auth.device.known-for",
        "auth.identity.phone-region=XX, AUTH_PHONE_REGION",
        "auth.hashing.memory-kib=1024, at least 19456",
        "auth.hashing.iterations=1, 2 iterations",
        "auth.hashing.waiting=0, auth.hashing.waiting",
        "auth.second-factor.issuer=, AUTH_SECONDFACTOR_ISSUER",
        "auth.second-factor.issuer=a:b, AUTH_SECONDFACTOR_ISSUER",
        "auth.second-factor.roles=Admin, AUTH_SECONDFACTOR_ROLES",
        "auth.session.lifetime=0s, auth.session.lifetime",
        "auth.session.persistent-lifetime=0s, auth.session.persistent-lifetime",
        "auth.session.longest=-1s, auth.session.longest",
        "auth.session.idle=-1s, auth.session.idle",
        "auth.session.idle=299s, auth.session.idle to 5m or more",
        "auth.session.limit=-1, auth.session.limit",
        "auth.session.grace=-1s, auth.session.grace",
        "auth.session.grace=61s, at most 1m",
        "auth.action-tokens.activation-lifetime=0s, auth.action-tokens.activation-lifetime",
        "auth.action-tokens.reset-lifetime=0s, auth.action-tokens.reset-lifetime",
        "auth.action-tokens.most-an-hour=0, auth.action-tokens.most-an-hour",
        "auth.mail.smtp.host=mail.example.com, AUTH_MAIL_FROM is missing",
        "auth.mail.from=nobody at all, AUTH_MAIL_FROM is no e-mail address",
        "'auth.mail.from=a@example.com, b@example.com', AUTH_MAIL_FROM is no e-mail address",
        "auth.mail.smtp.port=0, AUTH_SMTP_PORT",
        "auth.mail.smtp.port=65536, AUTH_SMTP_PORT",
        "auth.mail.smtp.tls=maybe, AUTH_SMTP_TLS",
        "auth.mail.smtp.username=somebody, AUTH_SMTP_PASSWORD",
        "auth.mail.smtp.password=something, AUTH_SMTP_USERNAME",
        "auth.messages.public-url=example.com, AUTH_PUBLIC_URL",
        "auth.messages.public-url=https://example.com?a=b, AUTH_PUBLIC_URL",
        "auth.messages.activate-path=activate, auth.messages.activate-path",
        "auth.messages.reset-path=/a?b=c, auth.messages.reset-path",
        "auth.messages.tries=0, auth.messages.tries",
        "'auth.passwords.words=acme,ltd', AUTH_PASSWORDS_WORDS has \"ltd\"",
        "auth.throttle.exempt=localhost, AUTH_THROTTLE_EXEMPT",
        "auth.throttle.exempt=10.0.0.0/33, AUTH_THROTTLE_EXEMPT",
        "auth.throttle.network.burst=0, auth.throttle.network.burst",
        "auth.throttle.accounts-of-network.every=0s, auth.throttle.accounts-of-network.every",
        "auth.throttle.account-and-network.every=61m, auth.throttle.account-and-network.every",
        "auth.throttle.account.burst=-1, auth.throttle.account.burst",
        "auth.throttle.password.every=-1s, auth.throttle.password.every",
        "auth.throttle.device.burst=0, auth.throttle.device.burst",
        "auth.throttle.code.burst=0, auth.throttle.code.burst",
        "auth.throttle.longest-wait=0s, auth.throttle.longest-wait",
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

    @ParameterizedTest
    @CsvSource({
        "auth.mail.smtp.host=mail.example.com, auth.mail.folder=mail, AUTH_MAIL_FOLDER and sent to AUTH_SMTP_HOST",
        "auth.mail.smtp.host=mail.example.com, auth.mail.smtp.tls=none, in the clear",
    })
    void settingsThatContradictEachOtherStopItToo(String one, String other, String sentence) {
        instance.withPropertyValues(
                        one, other, "auth.mail.from=a@b", "auth.mail.smtp.username=a", "auth.mail.smtp.password=b")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(InvalidSetting.class)
                        .hasMessageContaining(sentence));
    }

    @ConfigurationPropertiesScan
    static class OnlySettings {}
}
