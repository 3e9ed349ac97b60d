package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.format.Arrival;
import io.authsvcs.gateway.format.Refusals;
import io.authsvcs.gateway.limits.Places;
import io.authsvcs.gateway.observability.Observe;
import io.authsvcs.gateway.routing.Routes;
import io.authsvcs.gateway.upstream.UpstreamSettings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Where callers connect: what the server does for each connection, beneath every step. */
@Component
final class Door implements NettyServerCustomizer {
    private final EdgeSettings settings;
    private final CallerConnections connections;
    private final Places places;
    private final Routes routes;
    private final Observe observe;
    private final Leave leave;

    Door(
            EdgeSettings settings,
            UpstreamSettings upstream,
            CallerConnections connections,
            Places places,
            Routes routes,
            Observe observe,
            Leave leave) {
        settings.requireTimeFor(upstream.requestTimeout());
        this.settings = settings;
        this.connections = connections;
        this.places = places;
        this.routes = routes;
        this.observe = observe;
        this.leave = leave;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> letIn(channel));
    }

    /**
     * Behind the codec, each is added in front of the one before: framing sees every request first, and the deadline every
     * answer last.
     */
    private void letIn(Channel channel) {
        connections.admit(channel);
        ChannelPipeline pipeline = channel.pipeline();
        String codec = NettyPipeline.HttpCodec;
        pipeline.addAfter(codec, "auth-svcs.shedding", new ShedReads(places, routes, leave::hasBegun, observe::shed));
        pipeline.addAfter(codec, "auth-svcs.refusals", new Refusals(observe::refused, routes::formatOf));
        pipeline.addAfter(codec, "auth-svcs.deadline", deadline());
        StrictFraming framing = new StrictFraming();
        pipeline.addAfter(codec, "auth-svcs.framing", framing);
        pipeline.addBefore(codec, "auth-svcs.lingering", new LingeringClose(framing));
        pipeline.addBefore(codec, "auth-svcs.lines", new StrictLines(framing));
        // Behind the server's queue of requests, where only the one under way is seen.
        pipeline.addAfter(NettyPipeline.HttpTrafficHandler, "auth-svcs.arrival", new Arrival());
        // Where the server decides by an answer's headers whether to keep the connection.
        pipeline.addAfter(NettyPipeline.HttpTrafficHandler, "auth-svcs.farewell", new SendAway(leave));
    }

    private ConnectionDeadline deadline() {
        return new ConnectionDeadline(settings.connectionTimeout().toNanos());
    }
}
