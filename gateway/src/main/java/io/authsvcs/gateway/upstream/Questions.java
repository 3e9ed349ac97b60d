package io.authsvcs.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.common.GatewayKey;
import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.format.Answer;
import io.authsvcs.gateway.routing.Route;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Asks an instance about several tokens at once, as {@link GatheredTokens} describes it. */
@Component
final class Questions {
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);
    private static final HttpHeaders OF_VERDICTS = HttpHeaders.readOnlyHttpHeaders(json());
    private static final byte[] NOTHING = {};

    private final HttpClient client;
    private final GatewayKey key;
    private final Duration patience;
    private final int longestAnswer;

    Questions(HttpClient client, GatewayKey key, UpstreamSettings settings) {
        this.client = client;
        this.key = key;
        this.patience = settings.requestTimeout();
        this.longestAnswer = settings.answerLimit(Route.Bodies.USUAL);
    }

    /** As many answers as tokens, in their order. */
    Mono<List<Answer>> ask(Instance instance, List<String> tokens) {
        Registration registration = instance.registration();
        byte[] body = String.join("\n", tokens).getBytes(UTF_8);
        return client.host(registration.host())
                .port(registration.port())
                .headers(headers -> headers.set(HeaderNames.GATEWAY, key.pass())
                        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.TEXT_PLAIN_VALUE)
                        .set(HttpHeaderNames.CONTENT_LENGTH, body.length))
                .post()
                .uri(GatheredTokens.PATH)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, answer) -> read(response, answer, tokens.size()))
                .single()
                // Who waits for it has less time; it only must not be under way for ever.
                .timeout(patience);
    }

    private Mono<List<Answer>> read(HttpClientResponse response, ByteBufFlux body, int tokens) {
        if (NotReady.isSaidBy(response)) {
            return Mono.error(new NotReady());
        }
        return DataBufferUtils.join(body.retain().map(BUFFERS::wrap), longestAnswer)
                .map(Questions::bytes)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> answers(response, bytes, tokens));
    }

    private static List<Answer> answers(HttpClientResponse response, byte[] body, int tokens) {
        int status = response.status().code();
        if (status != Status.OK.code()) {
            return Collections.nCopies(tokens, status).stream()
                    .map(each -> new Answer(each, headersOf(response), BUFFERS.wrap(body)))
                    .toList();
        }
        List<Answer> verdicts = verdicts(body);
        if (verdicts.size() != tokens) {
            throw new InvalidAnswer(status);
        }
        return verdicts;
    }

    /** As many as lines have an end. */
    private static List<Answer> verdicts(byte[] lines) {
        List<Answer> verdicts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                verdicts.add(verdict(lines, begin, i - begin));
                begin = i + 1;
            }
        }
        return verdicts;
    }

    /** A line that is empty becomes an answer that nobody can stand for. */
    private static Answer verdict(byte[] lines, int begin, int length) {
        return length == 0
                ? new Answer(Status.INTERNAL_SERVER_ERROR.code(), OF_VERDICTS, BUFFERS.wrap(NOTHING))
                : new Answer(Status.OK.code(), OF_VERDICTS, BUFFERS.wrap(Unpooled.wrappedBuffer(lines, begin, length)));
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    private static HttpHeaders headersOf(HttpClientResponse response) {
        HttpHeaders headers = new HttpHeaders();
        response.responseHeaders().forEach(entry -> headers.add(entry.getKey(), entry.getValue()));
        return headers;
    }

    private static HttpHeaders json() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return headers;
    }
}
