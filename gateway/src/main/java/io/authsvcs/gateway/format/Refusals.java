package io.authsvcs.gateway.format;

import io.authsvcs.common.Envelope;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.UUID;

/**
 * Gives the envelope to what the server itself refuses before any step has seen it: a line or header that is too long or
 * malformed. Such a refusal is known by its lack of a request id, which every answer of ours has.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The promise tells whoever began the write.
public final class Refusals extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse refusal && isNotOurs(refusal)) {
            refusal.release();
            context.write(enveloped(refusal), promise);
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isNotOurs(FullHttpResponse response) {
        return response.status().code() >= 400 && !response.headers().contains(HeaderNames.REQUEST_ID);
    }

    private static FullHttpResponse enveloped(FullHttpResponse refusal) {
        Outcome outcome = outcomeOf(refusal.status().code());
        String requestId = UUID.randomUUID().toString();
        Status status = outcome.status();
        ByteBuf body = Unpooled.wrappedBuffer(Envelope.prefix(status), outcome.result(requestId), Envelope.suffix());
        FullHttpResponse response =
                new DefaultFullHttpResponse(refusal.protocolVersion(), HttpResponseStatus.valueOf(status.code()), body);
        describe(response.headers(), body.readableBytes(), requestId);
        return response;
    }

    private static void describe(HttpHeaders headers, int length, String requestId) {
        headers.set(HeaderNames.REQUEST_ID, requestId);
        headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, length);
    }

    private static Outcome outcomeOf(int status) {
        return switch (status) {
            case 400 -> Outcome.MALFORMED_REQUEST;
            case 413 -> Outcome.LARGE_BODY;
            case 414 -> Outcome.LONG_ADDRESS;
            case 431 -> Outcome.LARGE_HEADER;
            default -> Outcome.UNEXPECTED;
        };
    }
}
