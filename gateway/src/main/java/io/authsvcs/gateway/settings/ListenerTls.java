package io.authsvcs.gateway.settings;

import io.authsvcs.common.TlsFiles;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Has callers come by TLS where an operator names a certificate and its key. */
final class ListenerTls implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        TlsFiles.of(
                        "GATEWAY_TLS",
                        environment.getProperty("gateway.tls.certificate", ""),
                        environment.getProperty("gateway.tls.private-key", ""))
                .ifPresent(files -> use(files, environment));
    }

    private static void use(TlsFiles files, ConfigurableEnvironment environment) {
        check(files);
        environment.getPropertySources().addFirst(new MapPropertySource("listenerTls", files.properties()));
    }

    /** Here, for later the framework would tell of beans. */
    private static void check(TlsFiles files) {
        PemSslBundleProperties bundle = new PemSslBundleProperties();
        bundle.getKeystore().setCertificate("file:" + files.certificate());
        bundle.getKeystore().setPrivateKey("file:" + files.privateKey());
        bundle.getKeystore().setVerifyKeys(true);
        try {
            PropertiesSslBundle.get(bundle);
        } catch (RuntimeException unusable) {
            throw files.unusable(String.valueOf(unusable.getMessage()));
        }
    }
}
