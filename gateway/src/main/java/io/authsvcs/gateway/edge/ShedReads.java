package io.authsvcs.gateway.edge;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.gateway.format.EarlyEnd;
import io.authsvcs.gateway.format.Format;
import io.authsvcs.gateway.format.Outcome;
import io.authsvcs.gateway.limits.Places;
import io.authsvcs.gateway.pipeline.RequestId;
import io.authsvcs.gateway.routing.Route;
import io.authsvcs.gateway.routing.Routes;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Refuses a read by its head alone while no place at the instances is free. The steps would refuse it as well, and take
 * many times as long: in an overload, that time is taken from those who are served.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A listener sees to the end of a write.
final class ShedReads extends ChannelDuplexHandler {
    private final Places places;
    private final Routes routes;
    private final BooleanSupplier leaving;
    private final Shed seen;
    private int awaited;
    private boolean discards;

    /** Told of every request that is refused here. */
    interface Shed {
        void refused(String requestId, Outcome outcome, Route route, Format format);
    }

    ShedReads(Places places, Routes routes, BooleanSupplier leaving, Shed seen) {
        this.places = places;
        this.routes = routes;
        this.leaving = leaving;
        this.seen = seen;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            Optional<Route> shed = shed(request);
            discards = shed.isPresent();
            awaited += discards ? 0 : 1;
            shed.ifPresent(route -> refuse(context, request, route));
        }
        if (discards) {
            discard(context, message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static void discard(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            // The server reads a connection only when it is asked to, by whoever has dealt with a request.
            context.read();
        }
        ReferenceCountUtil.release(message);
    }

    /** Not behind another request of its connection, whose answer has to come first. */
    private Optional<Route> shed(HttpRequest request) {
        return awaited == 0 && places.areTaken() && isHeadOnly(request)
                ? routes.routeOf(path(request.uri()), HttpMethod.GET).filter(Route::readsAtInstances)
                : Optional.empty();
    }

    private static boolean isHeadOnly(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && request.method().equals(io.netty.handler.codec.http.HttpMethod.GET)
                && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
                && isEmpty(request.headers().get(HttpHeaderNames.CONTENT_LENGTH))
                && !request.headers().contains(HttpHeaderNames.EXPECT);
    }

    /** Some clients, Java's among them, tell the length of no body. */
    private static boolean isEmpty(@Nullable String length) {
        return length == null || length.equals("0");
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request, Route route) {
        String requestId = RequestId.from(Optional.ofNullable(request.headers().get(HeaderNames.REQUEST_ID)));
        Format format = routes.formatOf(route);
        FullHttpResponse answer = EarlyEnd.of(Outcome.OVERLOADED, requestId, format, request.headers())
                .answer();
        boolean stays = HttpUtil.isKeepAlive(request) && !leaving.getAsBoolean();
        HttpUtil.setKeepAlive(answer, stays);
        seen.refused(requestId, Outcome.OVERLOADED, route, format);
        context.writeAndFlush(answer)
                .addListener(stays ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            awaited--;
        }
        context.write(message, promise);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
