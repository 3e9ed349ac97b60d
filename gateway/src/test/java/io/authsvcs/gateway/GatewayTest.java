package io.authsvcs.gateway;

import io.authsvcs.gateway.upstream.TestCluster;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of the whole gateway on ports of its own, with limits short enough to be met, and without Eureka. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({TestCluster.Discovery.class, Caller.Factory.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "management.server.port=0",
            // Which tests are without, unless they ask for it.
            "management.prometheus.metrics.export.enabled=true",
            "gateway.registry.password=of-a-test",
            "gateway.peers.key=0123456789abcdef0123456789abcdef",
            // Tests ask as often as they like, but for those of the limits.
            "gateway.contracts.altegio.per-second=0",
            "gateway.contracts.altegio.per-minute=0",
            "gateway.edge.body-timeout=1s",
            "gateway.edge.connection-timeout=5s",
            "gateway.edge.leave-pause=0s",
            "gateway.startup.warm-up=0s",
            "gateway.edge.trusted-proxies=127.0.0.2",
            "gateway.upstream.request-timeout=3s",
            "gateway.upstream.watch-interval=100ms"
        })
public @interface GatewayTest {}
