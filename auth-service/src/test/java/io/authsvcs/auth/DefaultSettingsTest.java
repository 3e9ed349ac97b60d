package io.authsvcs.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.auth.SettingsTest.OnlySettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Every setting, and what it is where nobody says anything; those without a safe default are given. */
class DefaultSettingsTest {
    private static final String[] REQUIRED = {
        "auth.registry.password=given",
        "auth.gateway.key=given and long enough for nobody to guess",
        "auth.administrator.password=given too",
        "auth.token.master-key=given",
        "auth.database.url=postgresql://a:b@localhost/given"
    };
    private static final String SETTINGS = """
            auth.action-tokens.activation-lifetime=PT24H
            auth.action-tokens.most-an-hour=3
            auth.action-tokens.reset-lifetime=PT1H
            auth.activation.required=false
            auth.administrator.email=admin@localhost.localdomain
            auth.administrator.password=given too
            auth.audit.retention=PT8760H
            auth.clock.offset=PT0S
            auth.contracts.altegio.phone-region=US
            auth.contracts.authorization.cookie-secure=true
            auth.contracts.authorization.fresh-login=PT0S
            auth.contracts.enabled=[altegio, edumaps, slide, authorization]
            auth.contracts.slide.company=slide
            auth.contracts.slide.longest-session=PT0S
            auth.contracts.slide.phone-region=US
            auth.database.application-name=auth-svcs
            auth.database.lookup-pool-size=2
            auth.database.migration-url=
            auth.database.pool-size=10
            auth.database.url=postgresql://a:b@localhost/given
            auth.device.cookie-secure=true
            auth.device.known-for=PT4320H
            auth.gateway.key=given and long enough for nobody to guess
            auth.hashing.iterations=2
            auth.hashing.memory-kib=19456
            auth.hashing.waiting=16
            auth.identity.phone-region=US
            auth.mail.folder=
            auth.mail.from=
            auth.mail.smtp.host=
            auth.mail.smtp.password=
            auth.mail.smtp.port=587
            auth.mail.smtp.tls=starttls
            auth.mail.smtp.username=
            auth.messages.activate-path=/activate
            auth.messages.public-url=
            auth.messages.reset-path=/reset-password
            auth.messages.tries=20
            auth.passwords.breach-list=
            auth.passwords.words=[auth-svcs]
            auth.registry.advertised-port=8081
            auth.registry.leave-pause=PT2.5S
            auth.registry.password=given
            auth.registry.username=auth-svcs
            auth.second-factor.issuer=auth-svcs
            auth.second-factor.roles=[]
            auth.session.grace=PT10S
            auth.session.idle=PT2H
            auth.session.lifetime=PT10H
            auth.session.limit=0
            auth.session.longest=PT0S
            auth.session.persistent-lifetime=PT720H
            auth.startup.warm-up=PT5S
            auth.throttle.account-and-network.burst=5
            auth.throttle.account-and-network.every=PT3M
            auth.throttle.account.burst=30
            auth.throttle.account.every=PT30S
            auth.throttle.accounts-of-network.burst=40
            auth.throttle.accounts-of-network.every=PT1M
            auth.throttle.code.burst=5
            auth.throttle.code.every=PT3M
            auth.throttle.device.burst=5
            auth.throttle.device.every=PT3M
            auth.throttle.exempt=[]
            auth.throttle.longest-wait=PT15S
            auth.throttle.network.burst=30
            auth.throttle.network.every=PT2S
            auth.throttle.password.burst=50
            auth.throttle.password.every=PT10S
            auth.token.audience=auth-svcs
            auth.token.issuer=urn:auth
            auth.token.key-bits=3072
            auth.token.lifetime=PT1H
            auth.token.master-key=given
            auth.token.master-key-file=
            auth.token.publish-ahead=PT10M
            auth.token.reload-interval=PT2S
            auth.token.rotation-interval=PT720H
            auth.token.verified-cache-size=20000
            """;

    private final ApplicationContextRunner instance = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(OnlySettings.class)
            .withPropertyValues(REQUIRED);

    @Test
    void areThese() {
        instance.run(context -> assertThat(settings(context)).containsExactlyInAnyOrderElementsOf(lines()));
    }

    @Test
    void noKeyIsDead() {
        List<String> read = lines().stream()
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        instance.run(context -> assertThat(keysOfTheFile(context))
                // Those of TLS are read before any record is, by ListenerTls.
                .filteredOn(
                        key -> key.startsWith("auth.") && !key.equals("auth.version") && !key.startsWith("auth.tls."))
                .containsExactlyInAnyOrderElementsOf(read));
    }

    private static List<String> lines() {
        return SETTINGS.lines().toList();
    }

    private static Stream<String> settings(ApplicationContext context) {
        return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .flatMap(record -> settings(prefix(record), record));
    }

    private static String prefix(Object record) {
        return record.getClass().getAnnotation(ConfigurationProperties.class).value();
    }

    private static Stream<String> settings(String prefix, Object record) {
        return Arrays.stream(record.getClass().getRecordComponents()).flatMap(component -> {
            String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            Object value = value(component, record);
            return value instanceof Record inner ? settings(key, inner) : Stream.of(key + "=" + value);
        });
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return Objects.requireNonNull(component.getAccessor().invoke(record), component.getName());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> keysOfTheFile(ApplicationContext context) {
        return ((ConfigurableEnvironment) context.getEnvironment())
                .getPropertySources().stream()
                        .filter(source -> source.getName().contains("application.yaml"))
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .toList();
    }
}
