package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.format.Arrival;
import io.authsvcs.gateway.format.Refusals;
import io.authsvcs.gateway.observability.Observe;
import io.authsvcs.gateway.routing.Routes;
import io.authsvcs.gateway.upstream.UpstreamSettings;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Where the server itself has to be told. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    TrustedProxies trustedProxies(EdgeSettings settings) {
        return TrustedProxies.of(settings.trustedProxies());
    }

    @Bean
    NettyServerCustomizer connectionHandlers(
            EdgeSettings settings,
            UpstreamSettings upstream,
            Routes routes,
            Observe observe,
            Leave leave,
            Connections connections) {
        settings.requireTimeFor(upstream.requestTimeout());
        return server -> server.doOnChannelInit((observer, channel, address) -> {
            connections.admit(channel);
            handle(channel.pipeline(), settings, new Refusals(observe::refused, routes::formatOf));
            // Where the server decides by an answer's headers whether to keep the connection.
            channel.pipeline().addAfter(NettyPipeline.HttpTrafficHandler, "auth-svcs.farewell", new SendAway(leave));
        });
    }

    private static void handle(ChannelPipeline pipeline, EdgeSettings settings, Refusals refusals) {
        pipeline.addAfter(NettyPipeline.HttpCodec, "auth-svcs.refusals", refusals);
        pipeline.addAfter(
                NettyPipeline.HttpCodec,
                "auth-svcs.deadline",
                new ConnectionDeadline(settings.connectionTimeout().toNanos()));
        // Behind the server's queue of requests, where only the one under way is seen.
        pipeline.addAfter(NettyPipeline.HttpTrafficHandler, "auth-svcs.arrival", new Arrival());
    }
}
