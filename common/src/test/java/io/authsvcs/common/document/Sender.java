package io.authsvcs.common.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Sends a message to one URL as it is written. */
public final class Sender {
    private final HttpClient http;
    private final URI url;

    public Sender(URI url) {
        this(url, HttpClient.newBuilder());
    }

    public Sender(URI url, HttpClient.Builder http) {
        this.url = url;
        this.http = http.version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public Message send(Message request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(url.resolve(request.path()))
                .timeout(Duration.ofSeconds(30))
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(header -> builder.header(header.name(), header.value()));
        return exchange(builder.build());
    }

    private Message exchange(HttpRequest request) {
        try {
            return message(http.send(request, BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Message message(HttpResponse<String> response) {
        List<Message.Header> headers = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new Message.Header(header.getKey(), value)))
                .toList();
        return new Message("HTTP/1.1 " + response.statusCode(), headers, response.body());
    }
}
