package io.authsvcs.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which, for too long, no request has begun and no answer has ended. A byte now and then does not
 * count, so neither a half-open header nor a caller that does not read can hold a connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The promise tells whoever began the write.
final class ConnectionDeadline extends ChannelDuplexHandler {
    private final long timeoutNanos;
    private long lastProgress;
    private @Nullable Future<?> check;

    ConnectionDeadline(long timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        progressed();
        checkAfter(timeoutNanos, context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            progressed();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, message instanceof LastHttpContent ? noted(promise) : promise);
    }

    private ChannelPromise noted(ChannelPromise promise) {
        return promise.unvoid().addListener(written -> progressed());
    }

    private void progressed() {
        lastProgress = System.nanoTime();
    }

    /** One task a connection looks from time to time, which is cheaper than one a request. */
    private void checkAfter(long nanos, ChannelHandlerContext context) {
        check = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        long left = timeoutNanos - (System.nanoTime() - lastProgress);
        if (left > 0) {
            checkAfter(left, context);
        } else {
            context.close();
        }
    }
}
