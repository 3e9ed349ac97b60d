package io.authsvcs.gateway.format;

import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Ends a request in an {@link Outcome}. It has no stack trace: where it came from is what the outcome says. */
public final class Fault extends RuntimeException {
    private static final Map<String, String> CLOSE = Map.of(HttpHeaders.CONNECTION, "close");

    private final Outcome outcome;
    private final transient Map<String, String> headers;
    private final boolean answered;

    public Fault(Outcome outcome) {
        this(outcome, Map.of());
    }

    /**
     * An end with more to say than its sentence.
     *
     * @param headers what the answer has to carry besides the usual, as a 405 its {@code Allow}
     */
    public Fault(Outcome outcome, Map<String, String> headers) {
        this(outcome, headers, false);
    }

    /** An end of its connection as well: what is left of the request would be read as the next one. */
    public static Fault closing(Outcome outcome) {
        return new Fault(outcome, CLOSE);
    }

    private Fault(Outcome outcome, Map<String, String> headers, boolean answered) {
        super(outcome.sentence(), null, false, false);
        this.outcome = outcome;
        this.headers = Map.copyOf(headers);
        this.answered = answered;
    }

    /** An end that the caller has been told of. */
    static Fault answered(Outcome outcome) {
        return new Fault(outcome, Map.of(), true);
    }

    public Outcome outcome() {
        return outcome;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean isAnswered() {
        return answered;
    }
}
