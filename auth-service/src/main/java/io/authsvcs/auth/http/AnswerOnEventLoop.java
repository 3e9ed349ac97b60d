package io.authsvcs.auth.http;

import io.netty.channel.EventLoop;
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
import reactor.netty.Connection;

/**
 * Writes every answer on the event loop of its own connection, whichever thread it was found on. While answers were
 * written from database connections' threads, one request in some ten thousand was cancelled at once and never answered;
 * presumably because the end of the answer before it, on the same connection, was noticed late.
 */
@Component
class AnswerOnEventLoop implements HttpHandlerDecoratorFactory {
    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(request, new OnEventLoop(response, eventLoop(request)));
    }

    // Asked for while the request comes in: a connection that was closed meanwhile has none any more.
    private static EventLoop eventLoop(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return connection.channel().eventLoop();
    }

    private static final class OnEventLoop extends ServerHttpResponseDecorator {
        private final EventLoop eventLoop;
        private final Scheduler scheduler;

        OnEventLoop(ServerHttpResponse response, EventLoop eventLoop) {
            super(response);
            this.eventLoop = eventLoop;
            this.scheduler = Schedulers.fromExecutor(eventLoop);
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return there(super.writeWith(body));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return there(super.writeAndFlushWith(body));
        }

        @Override
        public Mono<Void> setComplete() {
            return there(super.setComplete());
        }

        private Mono<Void> there(Mono<Void> write) {
            return Mono.defer(() -> eventLoop.inEventLoop() ? write : write.subscribeOn(scheduler));
        }
    }
}
