package io.authsvcs.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.common.document.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends as documents print it: by curl. What it sends it is told on its input, where no list of processes shows it. */
final class CurlProgram {
    private final URI url;

    CurlProgram(URI url) {
        this.url = url;
    }

    Message send(Message request) {
        try {
            Process curl = new ProcessBuilder("curl", "--silent", "--show-error", "--include", "--config", "-")
                    .redirectErrorStream(true)
                    .start();
            try (var input = curl.outputWriter(UTF_8)) {
                input.write(settings(request));
            }
            return answer(new String(curl.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String settings(Message request) {
        Stream<String> head = Stream.of(
                setting("url", url + request.path()), setting("request", request.method()), setting("max-time", "30"));
        Stream<String> headers =
                request.headers().stream().map(header -> setting("header", header.name() + ": " + header.value()));
        Stream<String> body =
                request.body().isEmpty() ? Stream.empty() : Stream.of(setting("data-raw", request.body()));
        return Stream.of(head, headers, body).flatMap(each -> each).collect(Collectors.joining());
    }

    private static String setting(String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + " = \"" + escaped + "\"\n";
    }

    private static Message answer(String printed) {
        int end = printed.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("curl says " + printed);
        }
        Message head = Message.parse(printed.substring(0, end).replace("\r\n", "\n"));
        return head.withBody(printed.substring(end + 4));
    }
}
