package io.authsvcs.gateway.edge;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request as an instance gets it: with a body that can be sent as often as needed. */
final class HeldRequest extends ServerHttpRequestDecorator {
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);
    private static final byte[] NOTHING = {};

    private final byte[] body;

    private HeldRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static HeldRequest of(ServerHttpRequest request, byte[] body) {
        ServerHttpRequest described = request.mutate()
                .headers(headers -> describe(headers, body.length))
                .build();
        return new HeldRequest(answerable(described), body);
    }

    /** A request that came without a body. */
    static HeldRequest empty(ServerHttpRequest request) {
        return new HeldRequest(answerable(request), NOTHING);
    }

    /** An instance's answer can only be checked, and measured, with its body; the server leaves that out again. */
    private static ServerHttpRequest answerable(ServerHttpRequest request) {
        return HttpMethod.HEAD.equals(request.getMethod())
                ? request.mutate().method(HttpMethod.GET).build()
                : request;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return body.length == 0
                ? Flux.empty()
                : Flux.defer(() -> Flux.just(BUFFERS.wrap(Unpooled.wrappedBuffer(body))));
    }

    private static void describe(HttpHeaders headers, int length) {
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        if (length > 0 || headers.containsHeader(HttpHeaders.CONTENT_LENGTH)) {
            headers.setContentLength(length);
        }
    }
}
