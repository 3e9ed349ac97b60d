package io.authsvcs.gateway.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.pipeline.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes every answer: an instance's, the gateway's own results, and its own ends. */
@Component
public final class Answers {
    private static final String NO_STORE = "no-store";
    /** RFC 9110 §10.2.3, in seconds: an instance that is gone is missed, and one that comes is found, within this. */
    private static final String RETRY_AFTER = "1";

    /**
     * Answers 200 with a result of the gateway itself.
     *
     * @param json a JSON object, the result of the envelope
     */
    public Mono<Void> writeResult(ServerWebExchange exchange, String json) {
        return onEventLoop(exchange, () -> writeEnveloped(exchange, Status.OK, Map.of(), json.getBytes(UTF_8)));
    }

    Mono<Void> writeEnd(ServerWebExchange exchange, Fault fault) {
        Outcome outcome = fault.outcome();
        Outcome.ATTRIBUTE.set(exchange, outcome);
        String requestId = Attribute.REQUEST_ID.get(exchange);
        byte[] result = outcome.result(requestId);
        return onEventLoop(exchange, () -> writeEnveloped(exchange, outcome.status(), fault.headers(), result));
    }

    /** @param answer asked for when it can be written: whoever holds it keeps it if the caller leaves before */
    Mono<Void> writeAnswer(ServerWebExchange exchange, Supplier<Answer> answer) {
        return onEventLoop(exchange, () -> writeAnswer(exchange, answer.get()));
    }

    private static Mono<Void> onEventLoop(ServerWebExchange exchange, Supplier<Mono<Void>> write) {
        return EventLoop.ATTRIBUTE.get(exchange).run(Mono.defer(write));
    }

    private static Mono<Void> writeAnswer(ServerWebExchange exchange, Answer answer) {
        Format format = Format.ATTRIBUTE.get(exchange);
        ServerHttpResponse response = begin(exchange, answer.status());
        answer.headers().forEach((name, values) -> show(format, answer.status(), name, values, response.getHeaders()));
        return finish(response, format.render(answer, response.bufferFactory()));
    }

    private static Mono<Void> writeEnveloped(
            ServerWebExchange exchange, Status status, Map<String, String> headers, byte[] result) {
        ServerHttpResponse response = begin(exchange, status.code());
        headers.forEach(response.getHeaders()::set);
        DataBuffer body = response.bufferFactory().wrap(result);
        return finish(response, Results.envelop(status, body, response.bufferFactory()));
    }

    /** A response without what an attempt at an instance may have left in it. */
    private static ServerHttpResponse begin(ServerWebExchange exchange, int status) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setCacheControl(NO_STORE);
        headers.set(HeaderNames.REQUEST_ID, Attribute.REQUEST_ID.get(exchange));
        return response;
    }

    private static void show(Format format, int status, String name, List<String> values, HttpHeaders headers) {
        if (format.shows(name.toLowerCase(Locale.ROOT), status)) {
            headers.put(name, values);
        }
    }

    private static Mono<Void> finish(ServerHttpResponse response, DataBuffer body) {
        HttpHeaders headers = response.getHeaders();
        if (HttpStatus.UNAUTHORIZED.equals(response.getStatusCode())) {
            addIfAbsent(headers, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (HttpStatus.SERVICE_UNAVAILABLE.equals(response.getStatusCode())) {
            addIfAbsent(headers, HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        if (!HttpStatus.NOT_MODIFIED.equals(response.getStatusCode())) {
            headers.setContentLength(body.readableByteCount());
        }
        return response.writeWith(Mono.just(body));
    }

    private static void addIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
