package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a request: JSON, and a form where a call allows it. */
@Component
public class RequestBodies {
    private static final int LARGEST = 64 * 1024;

    private final JsonText json;

    RequestBodies(JsonText json) {
        this.json = json;
    }

    public static boolean hasContentType(ServerRequest request) {
        return contentType(request).isPresent();
    }

    public Mono<Fields> readJson(ServerRequest request) {
        return readJson(request, LARGEST);
    }

    /** @param largest in bytes, for a call that takes more than others */
    public Mono<Fields> readJson(ServerRequest request, int largest) {
        return isJson(request) ? json(request, largest) : Mono.error(new Fault(FaultCode.UNSUPPORTED_BODY));
    }

    /** JSON, or no body and no content type at all, which is read like an empty object. */
    public Mono<Fields> readJsonIfAny(ServerRequest request) {
        return hasContentType(request) ? readJson(request) : Mono.fromSupplier(RequestBodies::none);
    }

    /** What a request without a body says. */
    public static Fields none() {
        return new Fields(JsonNodeFactory.instance.objectNode(), false);
    }

    public Mono<Fields> readForm(ServerRequest request) {
        return isForm(request) ? form(request) : Mono.error(new Fault(FaultCode.UNSUPPORTED_BODY));
    }

    public Mono<Fields> readJsonOrForm(ServerRequest request) {
        return isForm(request) ? form(request) : readJson(request);
    }

    /**
     * The same where a document prints a body that is no JSON, and its clients send it so.
     *
     * @param mend the JSON that such a body means; empty where it is no such body
     */
    public Mono<Fields> readJsonOrForm(ServerRequest request, Function<String, Optional<String>> mend) {
        if (!isJson(request)) {
            return readJsonOrForm(request);
        }
        return bytes(request, LARGEST).map(bytes -> new Fields(parse(bytes, mend), false));
    }

    /** The same where there need not be a body: an empty one says nothing. */
    public Mono<Fields> readJsonOrFormIfAny(ServerRequest request, Function<String, Optional<String>> mend) {
        return hasContentType(request)
                ? readJsonOrForm(request, mend)
                        .onErrorResume(
                                Fault.class,
                                fault -> fault.code() == FaultCode.EMPTY_BODY
                                        ? Mono.fromSupplier(RequestBodies::none)
                                        : Mono.error(fault))
                : Mono.fromSupplier(RequestBodies::none);
    }

    private ObjectNode parse(byte[] bytes, Function<String, Optional<String>> mend) {
        try {
            return json.parse(bytes);
        } catch (Fault malformed) {
            return Optional.of(malformed.code())
                    .filter(FaultCode.MALFORMED_BODY::equals)
                    .flatMap(code -> mend.apply(new String(bytes, StandardCharsets.UTF_8)))
                    .map(mended -> json.parse(mended.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow(() -> malformed);
        }
    }

    /** A JSON object a line, each of which may be wrong for itself; empty lines are left out. */
    public Mono<List<JsonLine>> readLines(ServerRequest request) {
        return isLines(request)
                ? bytes(request, LARGEST).map(bytes -> JsonLine.all(bytes, json))
                : Mono.error(new Fault(FaultCode.UNSUPPORTED_LINES));
    }

    /** The parameters of the query, which like a form knows nothing but text. */
    public Fields readQuery(ServerRequest request) {
        try {
            return new Fields(object(request.queryParams()), true);
        } catch (Fault malformed) {
            throw new Fault(FaultCode.MALFORMED_QUERY, malformed);
        }
    }

    /**
     * Text of our own gateways, in UTF-8 and of whatever type; none at all is empty.
     *
     * @param largest in bytes
     */
    public Mono<String> readText(ServerRequest request, int largest) {
        return bytes(request, largest).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Mono<Fields> json(ServerRequest request, int largest) {
        return bytes(request, largest).map(bytes -> new Fields(json.parse(bytes), false));
    }

    private static Mono<byte[]> bytes(ServerRequest request, int largest) {
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), largest)
                .map(RequestBodies::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, tooLarge -> new Fault(FaultCode.BODY_TOO_LARGE, tooLarge));
    }

    private Mono<Fields> form(ServerRequest request) {
        return request.formData()
                .onErrorMap(DataBufferLimitException.class, tooLarge -> new Fault(FaultCode.BODY_TOO_LARGE, tooLarge))
                .onErrorMap(IllegalArgumentException.class, malformed -> new Fault(FaultCode.MALFORMED_BODY, malformed))
                .map(values -> new Fields(object(values), true));
    }

    private ObjectNode object(MultiValueMap<String, String> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach((name, texts) -> {
            if (texts.size() != 1) {
                throw new Fault(FaultCode.MALFORMED_BODY);
            }
            object.put(name, texts.getFirst());
        });
        json.checkTexts(object);
        return object;
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static boolean isJson(ServerRequest request) {
        return isOf(MediaType.APPLICATION_JSON, request);
    }

    private static boolean isLines(ServerRequest request) {
        return isOf(MediaType.APPLICATION_NDJSON, request);
    }

    private static boolean isForm(ServerRequest request) {
        return isOf(MediaType.APPLICATION_FORM_URLENCODED, request);
    }

    private static boolean isOf(MediaType type, ServerRequest request) {
        return contentType(request)
                        .filter(given -> isUtf8(given) && type.equalsTypeAndSubtype(given))
                        .isPresent()
                && request.headers().header(HttpHeaders.CONTENT_ENCODING).isEmpty();
    }

    private static boolean isUtf8(MediaType type) {
        return type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
    }

    private static Optional<MediaType> contentType(ServerRequest request) {
        try {
            return request.headers().contentType();
        } catch (InvalidMediaTypeException unreadable) {
            throw new Fault(FaultCode.UNSUPPORTED_BODY, unreadable);
        }
    }
}
