package io.authsvcs.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;

/** While this gateway leaves, each answer is the last one of its connection. */
@SuppressWarnings("FutureReturnValueIgnored") // The promise tells whoever began the write.
final class SendAway extends ChannelOutboundHandlerAdapter {
    private final Leave leave;

    SendAway(Leave leave) {
        this.leave = leave;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (leave.hasBegun() && message instanceof HttpResponse response) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        context.write(message, promise);
    }
}
