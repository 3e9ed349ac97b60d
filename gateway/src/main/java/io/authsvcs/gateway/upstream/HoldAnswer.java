package io.authsvcs.gateway.upstream;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import io.authsvcs.gateway.format.Answer;
import io.authsvcs.gateway.format.AnswerSlot;
import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.pipeline.UpstreamFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
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
                .doFinally(signal -> abandonUnless(SignalType.ON_COMPLETE, signal, exchange));
    }

    private Mono<Void> hold(ServerWebExchange exchange) {
        HttpClientResponse response = exchange.getRequiredAttribute(CLIENT_RESPONSE_ATTR);
        Connection connection = exchange.getRequiredAttribute(CLIENT_RESPONSE_CONN_ATTR);
        NettyDataBufferFactory buffers =
                (NettyDataBufferFactory) exchange.getResponse().bufferFactory();
        Flux<DataBuffer> body = connection.inbound().receive().retain().map(buffers::wrap);
        return DataBufferUtils.join(body, (int) settings.answerLimit().toBytes())
                .switchIfEmpty(Mono.fromSupplier(() -> buffers.allocateBuffer(0)))
                .map(whole -> new Answer(response.status().code(), headersOf(response), whole))
                .flatMap(answer -> keep(answer, exchange))
                // The framework writes what is still to be read from a connection that it finds here.
                .doOnSuccess(kept -> exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR));
    }

    private static Mono<Void> keep(Answer answer, ServerWebExchange exchange) {
        if (!Format.ATTRIBUTE.get(exchange).accepts(answer)) {
            DataBufferUtils.release(answer.body());
            return Mono.error(new InvalidAnswer(answer.status()));
        }
        AnswerSlot.ATTRIBUTE.get(exchange).put(answer);
        return Mono.empty();
    }

    private static HttpHeaders headersOf(HttpClientResponse response) {
        HttpHeaders headers = new HttpHeaders();
        response.responseHeaders().forEach(entry -> headers.add(entry.getKey(), entry.getValue()));
        return headers;
    }

    /** A connection whose answer was not read to its end can't be used again. */
    private static void abandonUnless(SignalType whole, SignalType signal, ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (signal != whole && connection != null) {
            connection.dispose();
        }
    }
}
