package io.authsvcs.gateway.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.common.Envelope;
import io.authsvcs.common.Status;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What an instance may answer for the envelope: a JSON object in UTF-8, judged by its ends. Success may be silent. */
final class Results {
    /** RFC 8259, and what is JSON by its suffix (RFC 6839 §3.1). */
    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

    private static final byte[] EMPTY = "{}".getBytes(UTF_8);

    private Results() {}

    static boolean isResult(Answer answer) {
        DataBuffer body = answer.body();
        return body.readableByteCount() == 0 ? answer.status() < 400 : isJson(answer.headers()) && isObject(body);
    }

    /** The result in its envelope, without a copy. An empty result is the empty object. */
    static DataBuffer envelop(Status status, DataBuffer result, DataBufferFactory buffers) {
        DataBuffer object = result.readableByteCount() == 0 ? emptyObject(result, buffers) : result;
        return buffers.join(List.of(buffers.wrap(Envelope.prefix(status)), object, buffers.wrap(Envelope.suffix())));
    }

    private static DataBuffer emptyObject(DataBuffer nothing, DataBufferFactory buffers) {
        DataBufferUtils.release(nothing);
        return buffers.wrap(EMPTY);
    }

    private static boolean isJson(HttpHeaders headers) {
        try {
            MediaType type = headers.getContentType();
            return type != null && JSON.stream().anyMatch(json -> json.includes(type)) && isUtf8(type.getCharset());
        } catch (IllegalArgumentException notAMediaType) {
            return false;
        }
    }

    private static boolean isUtf8(@Nullable Charset charset) {
        return charset == null || charset.equals(UTF_8);
    }

    private static boolean isObject(DataBuffer body) {
        int first = body.readPosition();
        int last = body.writePosition() - 1;
        return last > first && body.getByte(first) == '{' && body.getByte(last) == '}';
    }
}
