package io.authsvcs.auth;

import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A whole instance on a real database and a port of its own, without a registry. */
public final class TestInstance implements AutoCloseable {
    public static final String ADMIN_EMAIL = "admin@example.com";
    public static final String ADMIN_PASSWORD = "a quiet afternoon";
    public static final GatewayKey GATEWAY_KEY = GatewayKey.of("0123456789abcdef0123456789abcdef");
    private static final int ANY = 1_000_000;
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final ConfigurableApplicationContext context;
    private final String url;
    private final WebTestClient client;
    private final WebTestClient management;

    private TestInstance(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        this.client = WebTestClient.bindToServer()
                .baseUrl(url)
                .responseTimeout(Duration.ofSeconds(30))
                .defaultHeader(HeaderNames.REQUEST_ID, "a-request")
                // It calls as gateways do.
                .defaultHeader(HeaderNames.GATEWAY, GATEWAY_KEY.pass())
                .build();
        this.management = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.management.port"))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** Starts one on this database and waits until it is ready. */
    public static TestInstance start(String databaseUrl, String... further) {
        TestInstance instance = launched(databaseUrl, further);
        instance.awaitReady();
        return instance;
    }

    /** Starts one that may not be ready for a while. */
    public static TestInstance launched(String databaseUrl, String... further) {
        return new TestInstance(launch(databaseUrl, further));
    }

    /** Starts one on a machine whose clock shows this, and waits until it is ready. */
    public static TestInstance startByClock(InstantSource clock, String databaseUrl, String... further) {
        TestInstance instance = new TestInstance(launch(
                context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "clockOfTheTest", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)),
                databaseUrl,
                further));
        instance.awaitReady();
        return instance;
    }

    /** Starts one that may never become ready. */
    public static ConfigurableApplicationContext launch(String databaseUrl, String... further) {
        return launch(context -> {}, databaseUrl, further);
    }

    private static ConfigurableApplicationContext launch(
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer,
            String databaseUrl,
            String... further) {
        Stream<String> usual = Stream.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "management.server.port=0",
                "eureka.client.register-with-eureka=false",
                "eureka.client.fetch-registry=false",
                "auth.registry.leave-pause=0s",
                "auth.registry.password=unused",
                "auth.startup.warm-up=0s",
                "auth.gateway.key=0123456789abcdef0123456789abcdef",
                "auth.administrator.email=" + ADMIN_EMAIL,
                "auth.administrator.password=" + ADMIN_PASSWORD,
                "auth.token.master-key=" + MASTER_KEY,
                "auth.token.key-bits=2048",
                "auth.database.url=" + TestDatabase.ofInstances(databaseUrl),
                "auth.database.migration-url=" + databaseUrl,
                // Tests log in from one address, and often.
                "auth.throttle.network.burst=" + ANY,
                "auth.throttle.accounts-of-network.burst=" + ANY,
                "auth.throttle.account-and-network.burst=" + ANY,
                "auth.throttle.account.burst=" + ANY,
                "auth.throttle.password.burst=" + ANY,
                "auth.throttle.device.burst=" + ANY);
        SpringApplication application = new SpringApplication(AuthService.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(ReactorResourceFactory.class, TestInstance::ownResources));
        application.addInitializers(initializer);
        // By name, because Spring would join two values of one name.
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.concat(usual, Stream.of(further))
                .forEach(property -> arguments.put(property.substring(0, property.indexOf('=')), "--" + property));
        return application.run(arguments.values().toArray(String[]::new));
    }

    /** Those that instances of one process share end with the first that is closed, and that only after two quiet seconds. */
    private static ReactorResourceFactory ownResources() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    public String url() {
        return url;
    }

    public WebTestClient client() {
        return client;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public boolean isReady() {
        return management
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .equals(HttpStatus.OK);
    }

    /** What Prometheus is told. */
    public String metrics() {
        return new String(
                Objects.requireNonNull(management
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    public void awaitReady() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::isReady);
    }

    @Override
    public void close() {
        context.close();
    }
}
