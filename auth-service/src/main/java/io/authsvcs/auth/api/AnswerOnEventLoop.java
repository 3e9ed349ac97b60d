package io.authsvcs.auth.api;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Writes every answer on the event loop of its own connection, whichever thread it was found on. Written from another
 * one, as that of a database connection, the end of an answer may be noticed only after the next request has begun on
 * the same connection, which is then taken for the ended one and never answered: one in some ten thousand.
 */
@Component
class AnswerOnEventLoop implements HttpHandlerDecoratorFactory {
    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(request, new OnEventLoop(response, eventLoop(request)));
    }

    private static Scheduler eventLoop(ServerHttpRequest request) {
        HttpServerRequest connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return Schedulers.fromExecutor(task ->
                connection.withConnection(known -> known.channel().eventLoop().execute(task)));
    }

    private static final class OnEventLoop extends ServerHttpResponseDecorator {
        private final Scheduler eventLoop;

        OnEventLoop(ServerHttpResponse response, Scheduler eventLoop) {
            super(response);
            this.eventLoop = eventLoop;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(body).subscribeOn(eventLoop);
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(body).subscribeOn(eventLoop);
        }

        @Override
        public Mono<Void> setComplete() {
            return super.setComplete().subscribeOn(eventLoop);
        }
    }
}
