package io.authsvcs.gateway.format;

import java.util.Map;

/** Ends a request in an {@link Outcome}. It has no stack trace: where it came from is what the outcome says. */
public final class Fault extends RuntimeException {
    private final Outcome outcome;
    private final transient Map<String, String> headers;

    public Fault(Outcome outcome) {
        this(outcome, Map.of());
    }

    /**
     * An end with more to say than its sentence.
     *
     * @param headers what the answer has to carry besides the usual, as a 405 its {@code Allow}
     */
    public Fault(Outcome outcome, Map<String, String> headers) {
        super(outcome.sentence(), null, false, false);
        this.outcome = outcome;
        this.headers = Map.copyOf(headers);
    }

    public Outcome outcome() {
        return outcome;
    }

    Map<String, String> headers() {
        return headers;
    }
}
