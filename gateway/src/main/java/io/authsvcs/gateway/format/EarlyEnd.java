package io.authsvcs.gateway.format;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.support.Netty4HeadersAdapter;

/**
 * The end of a request that no step answers, in the words and the format that a step would have given it.
 *
 * @param presentation of the request's route
 */
public record EarlyEnd(Outcome outcome, String requestId, Presentation presentation) {
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    /** @param request the headers of the request that ends */
    public static EarlyEnd of(Outcome outcome, String requestId, Format format, HttpHeaders request) {
        var headers = new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(request));
        return new EarlyEnd(outcome, requestId, Presentation.of(format, headers));
    }

    /** The whole answer, but for what becomes of its connection. */
    public FullHttpResponse answer() {
        int status = outcome.status().code();
        byte[] end = presentation.format().end(outcome, requestId);
        ByteBuf body = NettyDataBufferFactory.toByteBuf(presentation.render(status, BUFFERS.wrap(end), BUFFERS));
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
        describe(answer.headers(), body.readableBytes());
        return answer;
    }

    private void describe(HttpHeaders headers, int length) {
        headers.set(HeaderNames.REQUEST_ID, requestId);
        headers.set(HttpHeaderNames.CONTENT_TYPE, presentation.typeOfEnds().toString());
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, length);
        if (outcome.status() == Status.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaderNames.RETRY_AFTER, Answers.RETRY_AFTER);
        }
    }
}
