package io.authsvcs.gateway.format;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.pipeline.Attribute;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

/** What a route's answers look like. It belongs to the route, so that no instance decides it. */
@SuppressWarnings("ImmutableEnumChecker") // What Set.of returns is immutable.
public enum Format {
    /** Every answer in the envelope. */
    ENVELOPE(Set.of()) {
        @Override
        boolean passes(int status) {
            return false;
        }
    },
    /** What an instance answers with success passes as it is, with what caches need; errors are in the envelope. */
    RAW(Set.of("content-type", "cache-control", "etag", "last-modified")) {
        @Override
        boolean passes(int status) {
            return status / 100 == 2 || status == 304;
        }
    };

    /** The headers of an instance's answer that always leave. */
    private static final Set<String> ANSWER_HEADERS =
            Set.of("www-authenticate", "retry-after", "set-cookie", "location");

    /** The format of the request's route; {@link #ENVELOPE} while there is none. */
    public static final Attribute<Format> ATTRIBUTE = new Attribute<>("format", Format.class);

    private final Set<String> passedToo;

    Format(Set<String> passedToo) {
        this.passedToo = passedToo;
    }

    /** Whether an answer with this status leaves as it came. */
    abstract boolean passes(int status);

    /** Whether this is an answer that we can stand for: one to pass as it is, or a result for the envelope. */
    public boolean accepts(Answer answer) {
        return passes(answer.status()) || (Status.find(answer.status()).isPresent() && Results.isResult(answer));
    }

    /** The bytes to write. They take over the answer's body. */
    DataBuffer render(Answer answer, DataBufferFactory buffers) {
        return passes(answer.status())
                ? answer.body()
                : Results.envelop(Status.find(answer.status()).orElseThrow(), answer.body(), buffers);
    }

    /** Whether this header of an answer leaves with it; all others stay inside. Names in lower case. */
    boolean shows(String header, int status) {
        return ANSWER_HEADERS.contains(header) || (passes(status) && passedToo.contains(header));
    }
}
