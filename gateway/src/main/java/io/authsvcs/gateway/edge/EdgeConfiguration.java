package io.authsvcs.gateway.edge;

import io.authsvcs.gateway.format.Refusals;
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
    NettyServerCustomizer connectionLimits(EdgeSettings settings, UpstreamSettings upstream) {
        settings.requireTimeFor(upstream.requestTimeout());
        return server -> server.doOnChannelInit((observer, channel, address) -> limit(channel.pipeline(), settings));
    }

    private static void limit(ChannelPipeline pipeline, EdgeSettings settings) {
        pipeline.addAfter(NettyPipeline.HttpCodec, "auth-svcs.refusals", new Refusals());
        pipeline.addAfter(
                NettyPipeline.HttpCodec,
                "auth-svcs.deadline",
                new ConnectionDeadline(settings.connectionTimeout().toNanos()));
    }
}
