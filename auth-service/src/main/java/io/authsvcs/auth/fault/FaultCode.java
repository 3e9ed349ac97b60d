package io.authsvcs.auth.fault;

import io.authsvcs.common.Status;

/** Every fault that a caller may be told of, with its status and the one sentence that they read. */
public enum FaultCode {
    MALFORMED_BODY(Status.BAD_REQUEST, "The body isn't well-formed"),
    INVALID_REQUEST(Status.BAD_REQUEST, "Invalid request"),
    SEVERAL_AUTHORIZATIONS(Status.BAD_REQUEST, "More than one Authorization header"),
    BODY_TOO_LARGE(Status.CONTENT_TOO_LARGE, "The body is larger than 64 KiB"),
    UNSUPPORTED_BODY(Status.UNSUPPORTED_MEDIA_TYPE, "The body isn't of a content type that this call reads"),
    OVERLOADED(Status.SERVICE_UNAVAILABLE, "Too many requests are waiting already"),
    DATABASE_UNAVAILABLE(Status.SERVICE_UNAVAILABLE, "The database is unavailable"),
    STARTING(Status.SERVICE_UNAVAILABLE, "This instance is still starting");

    private final Status status;
    private final String reason;

    FaultCode(Status status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    public Status status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
