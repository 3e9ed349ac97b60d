package io.authsvcs.gateway.upstream;

import static io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS;

import io.authsvcs.common.GatewayKey;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The room's parts, put together. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClient(name = "auth-svcs", configuration = BalancerConfiguration.class)
class UpstreamConfiguration {
    @Bean
    GatewayKey gatewayKey(PeerSettings settings) {
        return GatewayKey.of(settings.key());
    }

    @Bean
    Instances instances() {
        return new Instances(Clocks.system(), Reach.UNPROVEN);
    }

    @Bean
    Transport transport(UpstreamSettings settings) {
        return Transport.of(settings.authorities());
    }

    @Bean
    RetryBudget retryBudget(UpstreamSettings settings) {
        return new RetryBudget(settings.retryPercent(), settings.retryReserve());
    }

    @Bean
    LeastBusy balancerOfTokens(Instances instances, RetryBudget budget, UpstreamSettings settings) {
        return new LeastBusy(instances, budget, settings.slowStart());
    }

    @Bean
    Probe probe(Transport transport, UpstreamSettings settings, GatewayKey key) {
        return new Probe(
                transport,
                settings.connectTimeout(),
                settings.probeTimeout(),
                settings.idleTimeout(),
                (challenge, proof) -> challenge.isMetBy(proof, key));
    }

    @Bean
    Watch watch(Instances instances, Registry registry, Probe probe, UpstreamSettings settings) {
        return new Watch(instances, registry, probe::look, new Memory(settings.memoryFile()), settings.watchInterval());
    }

    @Bean
    Rotation rotation(Instances instances, Transport transport, RegistrySettings registry, UpstreamSettings settings) {
        return new Rotation(instances, transport, registry, settings.connectTimeout());
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider connections(UpstreamSettings settings) {
        return ConnectionProvider.builder("auth-svcs")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.acquireTimeout())
                .maxIdleTime(settings.idleTimeout())
                .evictInBackground(settings.idleTimeout())
                .disposeTimeout(Duration.ofSeconds(1))
                // The connection used last is the one least likely to be stale.
                .lifo()
                .build();
    }

    /** Takes the place of the framework's, whose pool has no bound on who waits. */
    @Bean
    HttpClient upstreamClient(ConnectionProvider connections, Transport transport, UpstreamSettings settings) {
        return transport
                .on(HttpClient.create(connections))
                .doOnRequest((request, connection) -> leaveUnnamed(request.requestHeaders()))
                .option(
                        CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()));
    }

    /** What the client says of itself where a caller says nothing would be remembered as the caller's. */
    private static void leaveUnnamed(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.USER_AGENT, HttpClient.USER_AGENT, false)) {
            headers.remove(HttpHeaderNames.USER_AGENT);
        }
    }
}
