package io.authsvcs.gateway.format;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.format.Arrival.UnderWay;
import io.authsvcs.gateway.pipeline.RequestId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.support.Netty4HeadersAdapter;
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
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

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
            UnderWay refused = Arrival.of(channel).refuse(outcome).orElseGet(() -> named(request, outcome));
            context.write(answer(outcome, refused), promise);
        } else {
            // The caller has left, or its request has been answered before all of it came: nobody waits for this.
            context.close(promise);
        }
    }

    private UnderWay named(HttpServerRequest request, Outcome outcome) {
        String given = request.requestHeaders().get(HeaderNames.REQUEST_ID);
        String requestId = RequestId.from(Optional.ofNullable(given));
        log.accept(requestId, outcome);
        return new UnderWay(requestId, presentationOf(request));
    }

    private Presentation presentationOf(HttpServerRequest request) {
        var headers = new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(request.requestHeaders()));
        // Not its path, which throws where that is what has been refused.
        return Presentation.of(formats.apply(path(request.uri())), headers);
    }

    /** Of a target in the origin's form or, as proxies are asked, in the absolute one (RFC 9112 §3.2). */
    private static String path(String target) {
        return ORIGIN.matcher(target.split("\\?", 2)[0]).replaceFirst("");
    }

    private static FullHttpResponse answer(Outcome outcome, UnderWay refused) {
        int status = outcome.status().code();
        Presentation presentation = refused.presentation();
        byte[] end = presentation.format().end(outcome, refused.requestId());
        ByteBuf body = NettyDataBufferFactory.toByteBuf(presentation.render(status, BUFFERS.wrap(end), BUFFERS));
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
        describe(response.headers(), body.readableBytes(), refused);
        return response;
    }

    private static void describe(HttpHeaders headers, int length, UnderWay refused) {
        headers.set(HeaderNames.REQUEST_ID, refused.requestId());
        headers.set(
                HttpHeaderNames.CONTENT_TYPE,
                refused.presentation().typeOfEnds().toString());
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
