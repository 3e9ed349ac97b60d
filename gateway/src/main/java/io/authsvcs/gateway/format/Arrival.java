package io.authsvcs.gateway.format;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.Connection;

/**
 * Whether the request under way on a connection has come whole. To whoever reads its body, the server shows the same end
 * when the last byte has come, and when it has refused the rest; only what it decodes tells the two apart.
 */
public final class Arrival extends ChannelInboundHandlerAdapter {
    /** A request that the steps deal with. */
    record UnderWay(String requestId, Presentation presentation) {}

    private static final AttributeKey<Arrival> OF_CHANNEL = AttributeKey.valueOf(Arrival.class, "arrival");
    private static final Optional<Fault> INCOMPLETE = Optional.of(Fault.closing(Outcome.INCOMPLETE_BODY));
    private static final Optional<Fault> MALFORMED = Optional.of(Fault.closing(Outcome.MALFORMED_REQUEST));

    private Optional<UnderWay> underWay = Optional.empty();
    private Optional<Fault> fault = Optional.empty();

    /** Of the connection on which this request has come. */
    public static Arrival of(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return of(connection.channel());
    }

    static Arrival of(Channel channel) {
        return channel.attr(OF_CHANNEL).get();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(OF_CHANNEL).set(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            underWay = Optional.empty();
            fault = INCOMPLETE;
        }
        if (message instanceof LastHttpContent last) {
            fault = last.decoderResult().isSuccess() ? Optional.empty() : MALFORMED;
        }
        context.fireChannelRead(message);
    }

    /** From here on the steps deal with the request, and with its end. */
    public void begin(String id) {
        underWay = Optional.of(new UnderWay(id, Presentation.ENVELOPED));
    }

    /** What the answers to the request look like has been found out. */
    public void answerIn(Presentation presentation) {
        underWay = underWay.map(request -> new UnderWay(request.requestId(), presentation));
    }

    /** How the request ends if no more of it comes; nothing when all has come. Asked for on the connection's event loop. */
    public Optional<Fault> fault() {
        return fault;
    }

    /**
     * The server answers with a refusal.
     *
     * @return the request that is refused, if the steps deal with it, and so learn of it
     */
    Optional<UnderWay> refuse(Outcome outcome) {
        boolean isUnderWay = underWay.isPresent() && fault.isPresent();
        if (isUnderWay) {
            fault = Optional.of(Fault.answered(outcome));
        }
        return underWay.filter(request -> isUnderWay);
    }
}
