package io.authsvcs.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that whoever is still sending can read the answer: where bytes come to a closed one it is reset,
 * and takes the answer along (RFC 9112 §9.6). What comes is thrown away until its sender closes, for a moment at most. Under
 * TLS a connection is closed as ever: its end is said in bytes, behind which nothing may come.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The end of the channel tells whoever began it.
final class LingeringClose extends ChannelDuplexHandler {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final StrictFraming framing;
    private boolean lingers;

    LingeringClose(StrictFraming framing) {
        this.framing = framing;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (lingers) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (lingers) {
            context.read();
        } else {
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (lingers) {
            context.channel().closeFuture().addListener(closed -> promise.trySuccess());
        } else if (framing.isUnderWay()
                && context.channel() instanceof DuplexChannel channel
                && context.pipeline().get(SslHandler.class) == null) {
            linger(context, channel, promise);
        } else {
            context.close(promise);
        }
    }

    private void linger(ChannelHandlerContext context, DuplexChannel channel, ChannelPromise promise) {
        lingers = true;
        Future<?> end = context.executor().schedule(() -> context.close(), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> {
            end.cancel(false);
            promise.trySuccess();
        });
        channel.shutdownOutput();
        context.read();
    }
}
