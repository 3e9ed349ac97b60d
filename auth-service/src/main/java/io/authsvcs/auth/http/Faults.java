package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers whatever went wrong, in the format that its path speaks; nothing internal gets out. */
@Component
@Order(-2) // before Spring Boot's own, which is at -1
class Faults implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final List<FaultFormat> formats;
    private final FaultFormat canonical = new CanonicalFaults();
    private final OutageLog outages;
    private final ServerResponse.Context writing;

    Faults(List<FaultFormat> formats, OutageLog outages, ServerCodecConfigurer codecs) {
        this.formats = formats;
        this.outages = outages;
        this.writing = new Writing(codecs.getWriters(), List.of());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return switch (failure) {
            case Fault fault -> answer(exchange, fault);
            case ResponseStatusException known -> answer(exchange, known.getStatusCode(), failure);
            default -> answerUnexpected(exchange, failure);
        };
    }

    private Mono<Void> answer(ServerWebExchange exchange, Fault fault) {
        if (fault.code() == FaultCode.DATABASE_UNAVAILABLE) {
            outages.note(requestId(exchange), fault);
        }
        if (fault.code() == FaultCode.STARTING) {
            exchange.getResponse().getHeaders().set(HeaderNames.NOT_PROCESSED, "true");
        }
        fault.retryAfter()
                .map(Faults::wholeSeconds)
                .ifPresent(wait -> exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, wait));
        return write(exchange, new Failure(fault.code().status(), fault.code().reason(), fault.fieldErrors()));
    }

    private Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode code, Throwable failure) {
        return Status.find(code.value())
                .filter(status -> status != Status.INTERNAL_SERVER_ERROR)
                .map(status -> write(exchange, new Failure(status, status.description())))
                .orElseGet(() -> answerUnexpected(exchange, failure));
    }

    private Mono<Void> answerUnexpected(ServerWebExchange exchange, Throwable failure) {
        String requestId = requestId(exchange);
        log.error("Request {} met a defect", requestId, failure);
        return write(
                exchange,
                new Failure(
                        Status.INTERNAL_SERVER_ERROR,
                        "Something went wrong that is not your fault. Please report request " + requestId));
    }

    private Mono<Void> write(ServerWebExchange exchange, Failure failure) {
        if (failure.status() == Status.SERVICE_UNAVAILABLE) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return format(exchange)
                .answer(failure, exchange.getRequest().getHeaders())
                .flatMap(response -> response.writeTo(exchange, writing));
    }

    /** None of them too early, and not none (RFC 9110 §10.2.3). */
    private static String wholeSeconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private FaultFormat format(ServerWebExchange exchange) {
        String path = exchange.getAttributeOrDefault(
                FaultFormat.PATH, exchange.getRequest().getPath().value());
        return formats.stream()
                .filter(format -> format.isSpokenAt(path))
                .findFirst()
                .orElse(canonical);
    }

    private static String requestId(ServerWebExchange exchange) {
        String given = exchange.getRequest().getHeaders().getFirst(HeaderNames.REQUEST_ID);
        return given == null ? exchange.getRequest().getId() : given;
    }

    /** How the codecs of every other answer write these. */
    private record Writing(List<HttpMessageWriter<?>> messageWriters, List<ViewResolver> viewResolvers)
            implements ServerResponse.Context {}
}
