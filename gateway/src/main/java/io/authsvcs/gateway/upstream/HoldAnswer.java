package io.authsvcs.gateway.upstream;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import io.authsvcs.gateway.format.Answer;
import io.authsvcs.gateway.format.AnswerSlot;
import io.authsvcs.gateway.format.Presentation;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import io.authsvcs.gateway.routing.Route;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Waits until an instance's answer is whole, so that one that is cut off, too large or no result at all can still become
 * an honest error, rather than half an envelope. The buffers are held as they came.
 */
@Component
final class HoldAnswer implements UpstreamFilter {
    private final UpstreamSettings settings;

    HoldAnswer(UpstreamSettings settings) {
        this.settings = settings;
    }

    @Override
    public Step step() {
        return Step.HOLD_ANSWER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> hold(exchange)))
                // Not in doFinally, which runs when the next try may have put its own connection there.
                .doOnError(failed -> abandon(exchange))
                .doOnCancel(() -> abandon(exchange));
    }

    private Mono<Void> hold(ServerWebExchange exchange) {
        HttpClientResponse response = exchange.getRequiredAttribute(CLIENT_RESPONSE_ATTR);
        if (NotReady.isSaidBy(response)) {
            return Mono.error(new NotReady());
        }
        Connection connection = exchange.getRequiredAttribute(CLIENT_RESPONSE_CONN_ATTR);
        NettyDataBufferFactory buffers =
                (NettyDataBufferFactory) exchange.getResponse().bufferFactory();
        Flux<DataBuffer> body = connection.inbound().receive().retain().map(buffers::wrap);
        return DataBufferUtils.join(
                        body, settings.answerLimit(Route.ATTRIBUTE.get(exchange).bodies()))
                .switchIfEmpty(Mono.fromSupplier(() -> buffers.allocateBuffer(0)))
                .map(whole -> new Answer(response.status().code(), headersOf(response), whole))
                .flatMap(answer -> keep(answer, exchange))
                // The framework writes what is still to be read from a connection that it finds here.
                .doOnSuccess(kept -> exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR));
    }

    /** Puts an answer where it is written from, if we can stand for it. */
    static Mono<Void> keep(Answer answer, ServerWebExchange exchange) {
        if (!isWhole(answer) || !Presentation.ATTRIBUTE.get(exchange).accepts(answer)) {
            DataBufferUtils.release(answer.body());
            return Mono.error(new InvalidAnswer(answer.status()));
        }
        AnswerSlot.ATTRIBUTE.get(exchange).put(answer);
        return Mono.empty();
    }

    /** Whether all came that was announced. A 304 announces what it leaves out (RFC 9110 §15.4.5). */
    private static boolean isWhole(Answer answer) {
        long announced = answer.headers().getContentLength();
        return announced < 0
                || announced == answer.body().readableByteCount()
                || answer.status() == HttpStatus.NOT_MODIFIED.value();
    }

    private static HttpHeaders headersOf(HttpClientResponse response) {
        HttpHeaders headers = new HttpHeaders();
        response.responseHeaders().forEach(entry -> headers.add(entry.getKey(), entry.getValue()));
        return headers;
    }

    /** A connection whose answer was not read to its end can't be used again. */
    private static void abandon(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
    }
}
