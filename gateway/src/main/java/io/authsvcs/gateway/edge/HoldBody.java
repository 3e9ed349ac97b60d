package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.format.Arrival;
import io.authsvcs.gateway.format.Fault;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.pipeline.EdgeFilter;
import io.authsvcs.gateway.pipeline.Step;
import io.authsvcs.gateway.routing.Route;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Waits for the whole body, and goes on with nothing less, before an instance hears of the request: a slow caller costs
 * no instance anything, a body that is too large is refused at its limit, and the same bytes can be sent to a second
 * instance.
 */
@Component
final class HoldBody implements EdgeFilter {
    /** In buffers. Where all is asked for at once, the server tells of a lost connection twice. */
    private static final int PREFETCH = 16;

    private final EdgeSettings settings;
    private final LargeBodies largeBodies;

    HoldBody(EdgeSettings settings, LargeBodies largeBodies) {
        this.settings = settings;
        this.largeBodies = largeBodies;
    }

    @Override
    public Step step() {
        return Step.HOLD_BODY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (hasNoBody(request.getHeaders())) {
            return chain.filter(holding(exchange, HeldRequest.empty(request)));
        }
        int limit = settings.bodyLimit(Route.ATTRIBUTE.get(exchange).bodies());
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(Fault.closing(Outcome.LARGE_BODY));
        }
        return Mono.using(
                largeBodies::begin,
                share -> read(request, limit, share)
                        .map(body -> holding(exchange, HeldRequest.of(request, body)))
                        .flatMap(chain::filter),
                LargeBodies.Share::end);
    }

    /** RFC 9112 §6.3, for requests. */
    private static boolean hasNoBody(HttpHeaders headers) {
        return !headers.containsHeader(HttpHeaders.CONTENT_LENGTH)
                && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static ServerWebExchange holding(ServerWebExchange exchange, HeldRequest request) {
        return exchange.mutate().request(request).build();
    }

    private Mono<byte[]> read(ServerHttpRequest request, int limit, LargeBodies.Share share) {
        Arrival arrival = Arrival.of(request);
        return DataBufferUtils.join(counted(request.getBody().limitRate(PREFETCH), share), limit)
                .map(HoldBody::bytes)
                .defaultIfEmpty(new byte[0])
                .<byte[]>handle((body, sink) -> arrival.fault().ifPresentOrElse(sink::error, () -> sink.next(body)))
                .timeout(settings.bodyTimeout())
                .onErrorMap(DataBufferLimitException.class, tooLarge -> Fault.closing(Outcome.LARGE_BODY))
                .onErrorMap(TimeoutException.class, tooSlow -> Fault.closing(Outcome.SLOW_BODY))
                .onErrorMap(
                        HoldBody::isCut, cut -> arrival.fault().orElseGet(() -> new Fault(Outcome.INCOMPLETE_BODY)));
    }

    private static Flux<DataBuffer> counted(Flux<DataBuffer> body, LargeBodies.Share share) {
        return body.handle((buffer, sink) -> {
            if (share.grow(buffer.readableByteCount())) {
                sink.next(buffer);
            } else {
                DataBufferUtils.release(buffer);
                sink.error(Fault.closing(Outcome.OVERLOADED));
            }
        });
    }

    private static boolean isCut(Throwable cause) {
        return cause instanceof IOException || cause instanceof AbortedException;
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }
}
