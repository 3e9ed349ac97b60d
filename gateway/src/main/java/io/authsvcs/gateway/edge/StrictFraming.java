package io.authsvcs.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what one reader takes for one request, and another one for something else: by where its body ends, whom it is
 * for, or what it expects. The decoder refuses most of that itself; this is the rest. Nothing behind a refused request is
 * read from its connection.
 */
final class StrictFraming extends ChannelInboundHandlerAdapter {
    /** Far more than any browser sends. */
    private static final int MOST_HEADERS = 100;

    private boolean inBody;
    private boolean refused;
    private long parts;

    /** Whether what comes next is of a body. */
    boolean isInBody() {
        return inBody;
    }

    /** Whether more may come of a request, or of what was refused as one. */
    boolean isUnderWay() {
        return inBody || refused;
    }

    /** How many parts of bodies have come. */
    long parts() {
        return parts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            begin(request);
        } else if (message instanceof LastHttpContent last) {
            end(last);
        }
        inBody = !(message instanceof LastHttpContent);
        parts += message instanceof HttpContent ? 1 : 0;
        context.fireChannelRead(message);
    }

    private void begin(HttpRequest request) {
        if (request.decoderResult() instanceof HttpMessageDecoderResult head && head.isSuccess()) {
            fault(request, head.initialLineLength()).ifPresent(fault -> {
                request.setDecoderResult(DecoderResult.failure(fault));
                refused = true;
            });
        }
    }

    /** A line that is too long is no address here, which the server would say. */
    private static void end(LastHttpContent last) {
        if (last.decoderResult().cause() instanceof TooLongHttpLineException) {
            last.setDecoderResult(DecoderResult.failure(new DecoderException("A chunk's line is too long")));
        }
    }

    private static Optional<Exception> fault(HttpRequest request, int lengthOfLine) {
        HttpHeaders headers = request.headers();
        if (headers.size() > MOST_HEADERS) {
            return Optional.of(new TooLongHttpHeaderException("More than " + MOST_HEADERS + " headers"));
        }
        boolean isClear = isLine(request, lengthOfLine)
                && isOneTarget(request)
                && isOneLength(headers)
                && isTyped(headers.getAll(HttpHeaderNames.CONTENT_TYPE))
                && isOneExpectation(headers.getAll(HttpHeaderNames.EXPECT));
        return isClear ? Optional.empty() : Optional.of(new DecoderException("The request may be read in two ways"));
    }

    /** RFC 9112 §3: three words, one blank between each two; §2.3: a version that is spoken here. */
    private static boolean isLine(HttpRequest request, int length) {
        HttpVersion version = request.protocolVersion();
        int words = request.method().name().length()
                + request.uri().length()
                + version.text().length();
        return length == words + 2 && (version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0));
    }

    private static boolean isOneTarget(HttpRequest request) {
        return Target.isClear(
                request.uri(), Optional.ofNullable(request.headers().get(HttpHeaderNames.HOST)));
    }

    /** RFC 9112 §6.1: of the codings, this one alone is read here, and never beside a length. */
    private static boolean isOneLength(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst())
                        && !headers.contains(HttpHeaderNames.CONTENT_LENGTH));
    }

    /** RFC 9110 §8.3.1: a type begins with its name. At a quote the framework fails, before any step is asked. */
    private static boolean isTyped(List<String> types) {
        return types.stream().noneMatch(type -> type.startsWith("\""));
    }

    /** RFC 9110 §10.1.1. */
    private static boolean isOneExpectation(List<String> expectations) {
        return expectations.isEmpty()
                || (expectations.size() == 1
                        && HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expectations.getFirst()));
    }
}
