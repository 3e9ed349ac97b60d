package io.authsvcs.auth.settings;

import io.authsvcs.common.TlsFiles;
import java.util.Map;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has gateways come by TLS where an operator names a certificate and its key, and the registry told so: nobody is sent to
 * another port, in the clear.
 */
final class ListenerTls implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<String, Object> SECURE_PORT = Map.of(
            "eureka.instance.secure-port-enabled", true,
            "eureka.instance.non-secure-port-enabled", false,
            "eureka.instance.secure-port", "${auth.registry.advertised-port}");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        TlsFiles.of(
                        "AUTH_TLS",
                        environment.getProperty("auth.tls.certificate", ""),
                        environment.getProperty("auth.tls.private-key", ""))
                .ifPresent(files -> use(files, environment));
    }

    private static void use(TlsFiles files, ConfigurableEnvironment environment) {
        check(files);
        environment.getPropertySources().addFirst(new MapPropertySource("listenerTls", files.properties()));
        environment.getPropertySources().addFirst(new MapPropertySource("securePort", SECURE_PORT));
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
