package io.authsvcs.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Calls the gateway under test: politely, or with bytes of its own. */
public final class Caller {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final int port;

    Caller(int port) {
        this.port = port;
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** All that comes back for a header of these lines, until the gateway closes the connection. */
    public String lines(String... header) {
        return linesFrom("127.0.0.1", header);
    }

    /** As {@link #lines}, from a loopback address of choice. */
    public String linesFrom(String address, String... header) {
        return bytes(String.join("\r\n", header) + "\r\n\r\n", address);
    }

    /** All that comes back for exactly this, until the gateway closes the connection. */
    public String bytes(String request) {
        return bytes(request, "127.0.0.1");
    }

    private String bytes(String request, String from) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Finds the port, which is known when the server has started. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Factory {
        @Bean
        @Lazy
        Caller caller(@Value("${local.server.port}") int port) {
            return new Caller(port);
        }
    }
}
