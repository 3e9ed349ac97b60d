package io.authsvcs.gateway;

import io.authsvcs.common.EventLoops;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import reactor.netty.ReactorNetty;

/** Starts the gateway. Errors are answered by the room {@code format} alone, so the framework's own page is left out. */
@SpringBootApplication(exclude = ErrorWebFluxAutoConfiguration.class, proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class GatewayApplication {
    public static void main(String[] arguments) {
        // A thread that only accepts: where those that serve accept as well, whoever comes in an overload waits to be
        // accepted for seconds, seen by nobody, in place of being refused at once.
        System.setProperty(ReactorNetty.IO_SELECT_COUNT, "1");
        // A handshake costs us more than it costs a caller, who may have one for each connection.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        EventLoops.asManyAsProcessors();
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
