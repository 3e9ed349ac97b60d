package io.authsvcs.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A registry on a port of this machine, and what an instance, an operator or a stranger says to it. */
final class TestRegistry implements AutoCloseable {
    static final String PASSWORD = "the password of this run";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private TestRegistry(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static TestRegistry start(String... settings) {
        var always = Stream.of(
                "--server.address=127.0.0.1", "--management.server.port=0", "--registry.password=" + PASSWORD);
        return new TestRegistry(new SpringApplicationBuilder(RegistryApplication.class)
                .run(Stream.concat(always, Arrays.stream(settings)).toArray(String[]::new)));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException("No port is free", taken);
        }
    }

    /** For longer than a test lasts. */
    int register(String id) {
        return register(id, Duration.ofMinutes(5));
    }

    int register(String id, Duration lease) {
        return status("POST", "/eureka/apps/AUTH-SVCS", BodyPublishers.ofString(instance(id, lease)));
    }

    int renew(String id) {
        return status("PUT", "/eureka/apps/AUTH-SVCS/" + id, BodyPublishers.noBody());
    }

    int cancel(String id) {
        return status("DELETE", "/eureka/apps/AUTH-SVCS/" + id, BodyPublishers.noBody());
    }

    int find(String id) {
        return status("GET", "/eureka/apps/AUTH-SVCS/" + id, BodyPublishers.noBody());
    }

    String list() {
        return send(authorized(request("server", "/eureka/apps").header("Accept", "application/json")))
                .body();
    }

    int statusWith(String credentials, String path) {
        return send(request("server", path).header("Authorization", "Basic " + base64(credentials)))
                .statusCode();
    }

    int statusWithout(String method, String path) {
        return send(request("server", path).method(method, BodyPublishers.noBody()))
                .statusCode();
    }

    HttpResponse<String> management(String path) {
        return send(request("management", path));
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private int status(String method, String path, BodyPublisher body) {
        return send(authorized(request("server", path).header("Content-Type", "application/json"))
                        .method(method, body))
                .statusCode();
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Basic " + base64("auth-svcs:" + PASSWORD));
    }

    private HttpRequest.Builder request(String server, String path) {
        var key = server.equals("server") ? "local.server.port" : "local.management.port";
        var port = Objects.requireNonNull(context.getEnvironment().getProperty(key));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new IllegalStateException("The registry didn't answer", fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the registry answered", stopped);
        }
    }

    private static String base64(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }

    /** As Eureka's own client writes it. */
    private static String instance(String id, Duration lease) {
        return """
                {"instance": {
                  "instanceId": "%s", "app": "AUTH-SVCS", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
                  "status": "UP", "port": {"$": 8081, "@enabled": "true"}, "vipAddress": "auth-svcs",
                  "dataCenterInfo": {
                    "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "leaseInfo": {"renewalIntervalInSecs": 1, "durationInSecs": %d}}}
                """.formatted(id, lease.toSeconds());
    }
}
