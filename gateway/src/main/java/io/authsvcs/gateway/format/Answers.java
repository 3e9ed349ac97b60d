package io.authsvcs.gateway.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.pipeline.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
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
    static final String RETRY_AFTER = "1";

    /**
     * Answers with a result of the gateway itself.
     *
     * @param json a JSON object, the result of the envelope
     */
    public Mono<Void> writeResult(ServerWebExchange exchange, Status status, String json) {
        return onEventLoop(exchange, () -> write(exchange, status, json.getBytes(UTF_8)));
    }

    Mono<Void> writeEnd(ServerWebExchange exchange, Fault fault) {
        Outcome.ATTRIBUTE.set(exchange, fault.outcome());
        return onEventLoop(exchange, () -> write(exchange, fault));
    }

    /** @param answer asked for when it can be written: whoever holds it keeps it if the caller leaves before */
    Mono<Void> writeAnswer(ServerWebExchange exchange, Supplier<Answer> answer) {
        return onEventLoop(exchange, () -> write(exchange, answer.get()));
    }

    private static Mono<Void> onEventLoop(ServerWebExchange exchange, Supplier<Mono<Void>> write) {
        return EventLoop.ATTRIBUTE.get(exchange).run(Mono.defer(write));
    }

    private static Mono<Void> write(ServerWebExchange exchange, Answer answer) {
        Presentation presentation = Presentation.ATTRIBUTE.get(exchange);
        ServerHttpResponse response = begin(exchange, answer.status());
        HttpHeaders headers = response.getHeaders();
        if (presentation.passes(answer.status())) {
            // It is the instance's to say, and nothing is of no type.
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
        answer.headers().forEach((name, values) -> {
            if (presentation.shows(name.toLowerCase(Locale.ROOT), answer.status())) {
                headers.put(name, values);
            }
        });
        if (presentation.passes(answer.status())) {
            headers.setVary(List.of(HeaderNames.ENVELOPE));
        }
        return finish(response, presentation.render(answer.status(), answer.body(), response.bufferFactory()));
    }

    private static Mono<Void> write(ServerWebExchange exchange, Fault fault) {
        Presentation presentation = Presentation.ATTRIBUTE.find(exchange).orElse(Presentation.ENVELOPED);
        int status = fault.outcome().status().code();
        byte[] end = presentation.format().end(fault.outcome(), Attribute.REQUEST_ID.get(exchange));
        ServerHttpResponse response = begin(exchange, status);
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(presentation.typeOfEnds());
        fault.headers().forEach(headers::set);
        DataBufferFactory buffers = response.bufferFactory();
        return finish(response, presentation.render(status, buffers.wrap(end), buffers));
    }

    private static Mono<Void> write(ServerWebExchange exchange, Status status, byte[] result) {
        ServerHttpResponse response = begin(exchange, status.code());
        DataBufferFactory buffers = response.bufferFactory();
        return finish(response, Results.envelop(status, buffers.wrap(result), buffers));
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
