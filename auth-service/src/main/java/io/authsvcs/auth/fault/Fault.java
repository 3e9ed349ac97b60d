package io.authsvcs.auth.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that can't be answered as it was meant to be. Its message is for logs; a caller reads the code's reason. */
public final class Fault extends RuntimeException {
    private final FaultCode code;
    private final transient List<FieldError> fieldErrors;
    private final transient Optional<Duration> retryAfter;

    public Fault(FaultCode code) {
        this(code, Optional.empty(), List.of(), Optional.empty());
    }

    public Fault(FaultCode code, Throwable cause) {
        this(code, Optional.of(cause), List.of(), Optional.empty());
    }

    private Fault(
            FaultCode code, Optional<Throwable> cause, List<FieldError> fieldErrors, Optional<Duration> retryAfter) {
        // A stack trace tells nothing about a caller's mistake or a full queue, and both come in floods.
        super(code.reason(), cause.orElse(null), false, false);
        this.code = code;
        this.fieldErrors = fieldErrors;
        this.retryAfter = retryAfter;
    }

    /** A request whose fields break rules: all of them at once. */
    public static Fault invalid(List<FieldError> fieldErrors) {
        return new Fault(FaultCode.INVALID_REQUEST, Optional.empty(), List.copyOf(fieldErrors), Optional.empty());
    }

    /** A request that comes too soon after others like it. */
    public static Fault tooMany(Duration wait) {
        return new Fault(FaultCode.TOO_MANY_TRIES, Optional.empty(), List.of(), Optional.of(wait));
    }

    public FaultCode code() {
        return code;
    }

    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }

    /** How long to wait before the same request may do better, where that is known. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
