package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Renders whatever went wrong, in the shape of every other answer; nothing internal gets out. */
@Component
@Order(-2) // before Spring Boot's own, which is at -1
class Faults implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final String RETRY_AFTER_SECONDS = "1";

    private final JsonMapper json;

    Faults(JsonMapper json) {
        this.json = json;
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
            log.warn("Request {}: {}", requestId(exchange), rootSentence(fault));
        }
        return write(exchange, fault.code().status(), new Refusal(fault.code().reason(), fault.fieldErrors()));
    }

    private Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode code, Throwable failure) {
        return Status.find(code.value())
                .filter(status -> status != Status.INTERNAL_SERVER_ERROR)
                .map(status -> write(exchange, status, new Refusal(status.description(), List.of())))
                .orElseGet(() -> answerUnexpected(exchange, failure));
    }

    private Mono<Void> answerUnexpected(ServerWebExchange exchange, Throwable failure) {
        String requestId = requestId(exchange);
        log.error("Request {} met a defect", requestId, failure);
        return write(
                exchange,
                Status.INTERNAL_SERVER_ERROR,
                Map.of("error", "Something went wrong that is not your fault. Please report request " + requestId));
    }

    private Mono<Void> write(ServerWebExchange exchange, Status status, Object body) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status.code()));
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        if (status == Status.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        DataBuffer bytes = response.bufferFactory().wrap(json.writeValueAsBytes(body));
        return response.writeWith(Mono.just(bytes));
    }

    private static String requestId(ServerWebExchange exchange) {
        String given = exchange.getRequest().getHeaders().getFirst(HeaderNames.REQUEST_ID);
        return given == null ? exchange.getRequest().getId() : given;
    }

    private static String rootSentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
