package io.authsvcs.gateway.upstream;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;

/** Finds out whether somebody listens where an instance should be, by a connection that is closed at once. */
final class Probe {
    private final TcpClient client;

    Probe(Duration timeout) {
        this.client = TcpClient.newConnection()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()));
    }

    Mono<Boolean> connects(Registration registration) {
        return client.host(registration.host())
                .port(registration.port())
                .connect()
                .doOnNext(Connection::dispose)
                .map(connection -> true)
                .onErrorReturn(false);
    }
}
