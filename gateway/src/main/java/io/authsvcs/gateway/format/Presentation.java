package io.authsvcs.gateway.format;

import io.authsvcs.common.HeaderNames;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.pipeline.Attribute;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * What the answers to one request look like: as its route's format has them, unless its caller wants all of them in the
 * envelope.
 *
 * @param typeOfEnds the type of an end that the gateway makes itself
 */
public record Presentation(Format format, boolean alwaysEnveloped, MediaType typeOfEnds) {
    /** Set when the path is known; until then, and for one that nobody serves, {@link #ENVELOPED}. */
    public static final Attribute<Presentation> ATTRIBUTE = new Attribute<>("presentation", Presentation.class);

    static final Presentation ENVELOPED = new Presentation(Format.ENVELOPE, true, MediaType.APPLICATION_JSON);

    /** The headers of an instance's answer that always leave. */
    private static final Set<String> ANSWER_HEADERS =
            Set.of("www-authenticate", "retry-after", "set-cookie", "location");

    /** What is said of a body is no longer true of the envelope around it. */
    private static final Set<String> BODY_HEADERS = Set.of("content-type", "cache-control", "etag", "last-modified");

    public static Presentation of(Format format, HttpHeaders request) {
        boolean alwaysEnveloped = "1".equals(request.getFirst(HeaderNames.ENVELOPE));
        MediaType type = alwaysEnveloped ? MediaType.APPLICATION_JSON : format.typeOfEnds(request);
        return new Presentation(format, alwaysEnveloped, type);
    }

    /** Whether an answer with this status leaves as it came. */
    public boolean passes(int status) {
        return format.passes(status) && !alwaysEnveloped;
    }

    /** Whether this is an answer that we can stand for: one to pass as it is, or a result for the envelope. */
    public boolean accepts(Answer answer) {
        return passes(answer.status())
                ? format.accepts(answer)
                : Status.find(answer.status()).isPresent() && Results.isResult(answer);
    }

    /** The bytes to write. They take over the body. */
    DataBuffer render(int status, DataBuffer body, DataBufferFactory buffers) {
        return passes(status) ? body : Results.envelop(Status.find(status).orElseThrow(), body, buffers);
    }

    /** Whether this header of an answer leaves with it; all others stay inside. Names in lower case. */
    boolean shows(String header, int status) {
        boolean isTrue = passes(status) || !BODY_HEADERS.contains(header);
        return ANSWER_HEADERS.contains(header) || (isTrue && format.has(header));
    }
}
