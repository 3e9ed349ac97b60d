package io.authsvcs.gateway.format;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.pipeline.RequestId;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Gives its looks to what the server itself refuses: a line, a header or a chunk that is too long or malformed. Such a
 * refusal is known by its lack of a request id, which every answer of ours has. It gets the id and the format of its
 * request, and, where no step deals with that, a line in the log. Of a request line that is too long the server keeps
 * nothing, so that 414 is always in the envelope.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The promise tells whoever began the write.
public final class Refusals extends ChannelOutboundHandlerAdapter {
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");

    private final BiConsumer<String, Outcome> log;
    private final Function<String, Format> formats;

    /**
     * @param log takes the id and the end of a request that no step has seen
     * @param formats of paths
     */
    public Refusals(BiConsumer<String, Outcome> log, Function<String, Format> formats) {
        this.log = log;
        this.formats = formats;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse refusal && isNotOurs(refusal)) {
            refusal.release();
            refuse(context, outcomeOf(refusal.status().code()), promise);
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isNotOurs(FullHttpResponse response) {
        return response.status().code() >= 400 && !response.headers().contains(HeaderNames.REQUEST_ID);
    }

    private void refuse(ChannelHandlerContext context, Outcome outcome, ChannelPromise promise) {
        Channel channel = context.channel();
        if (channel.isActive() && ChannelOperations.get(channel) instanceof HttpServerRequest request) {
            EarlyEnd end = Arrival.of(channel)
                    .refuse(outcome)
                    .map(known -> new EarlyEnd(outcome, known.requestId(), known.presentation()))
                    .orElseGet(() -> named(request, outcome));
            // Which the server does itself, but for an address that is none.
            context.write(answer(end), promise.unvoid().addListener(ChannelFutureListener.CLOSE));
        } else {
            // The caller has left, or its request has been answered before all of it came: nobody waits for this.
            context.close(promise);
        }
    }

    private EarlyEnd named(HttpServerRequest request, Outcome outcome) {
        String given = request.requestHeaders().get(HeaderNames.REQUEST_ID);
        String requestId = RequestId.from(Optional.ofNullable(given));
        log.accept(requestId, outcome);
        // Not its path, which throws where that is what has been refused.
        return EarlyEnd.of(outcome, requestId, formats.apply(path(request.uri())), request.requestHeaders());
    }

    /** Of a target in the origin's form or, as proxies are asked, in the absolute one (RFC 9112 §3.2). */
    private static String path(String target) {
        return ORIGIN.matcher(target.split("\\?", 2)[0]).replaceFirst("");
    }

    private static FullHttpResponse answer(EarlyEnd end) {
        FullHttpResponse answer = end.answer();
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
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
