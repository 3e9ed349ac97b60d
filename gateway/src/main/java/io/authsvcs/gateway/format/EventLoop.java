package io.authsvcs.gateway.format;

import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The event loop of a caller's connection, on which answers are written. Written from another thread, as that of an
 * instance's connection, the end of an answer may be noticed only after the next request has begun on the same
 * connection, which is then taken for the ended one and never answered.
 */
final class EventLoop {
    private EventLoop() {}

    static Scheduler of(ServerWebExchange exchange) {
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return Schedulers.fromExecutor(task -> request.withConnection(
                connection -> connection.channel().eventLoop().execute(task)));
    }
}
