package io.authsvcs.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Answers every request with the same JSON. It looks at none of it and makes nothing anew, so that what stands before it is
 * measured, and not this.
 *
 * @param body shared by all answers: released by nobody
 */
record StaticBackend(ByteBuf body) {
    /**
     * The variables are {@code BACKEND_PORT}, and {@code BACKEND_BODY}: the file with the answer.
     */
    public static void main(String[] arguments) throws IOException {
        byte[] answer = Files.readAllBytes(Path.of(System.getenv("BACKEND_BODY")));
        of(answer)
                .listen(Integer.parseInt(System.getenv("BACKEND_PORT")))
                .onDispose()
                .block();
    }

    static StaticBackend of(byte[] answer) {
        return new StaticBackend(
                Unpooled.unreleasableBuffer(Unpooled.directBuffer(answer.length).writeBytes(answer)));
    }

    /** @param port 0 for any */
    DisposableServer listen(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(this::answer)
                .bindNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()))
                .send(Mono.fromSupplier(body::duplicate));
    }
}
