package io.authsvcs.gateway.format;

import io.authsvcs.gateway.pipeline.Attribute;
import io.netty.util.concurrent.EventExecutor;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * The event loop of a caller's connection, on which answers are written. Instances that wrote theirs from another thread
 * left one request in some ten thousand unanswered; presumably because the end of the answer before it, on the same
 * connection, was noticed late.
 */
public record EventLoop(EventExecutor executor) {
    /** Set on a request's way in, for a connection that has been closed no longer knows its loop. */
    public static final Attribute<EventLoop> ATTRIBUTE = new Attribute<>("event loop", EventLoop.class);

    static EventLoop of(ServerWebExchange exchange) {
        return of(ServerHttpRequestDecorator.<Connection>getNativeRequest(exchange.getRequest()));
    }

    static EventLoop of(Connection connection) {
        return new EventLoop(connection.channel().eventLoop());
    }

    public <T> Mono<T> run(Mono<T> work) {
        return Mono.defer(
                () -> executor.inEventLoop() ? work : work.subscribeOn(Schedulers.fromExecutorService(executor)));
    }
}
