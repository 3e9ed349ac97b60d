package io.authsvcs.auth.fault;

import io.authsvcs.common.Status;

/** Every fault that a caller may be told of, with its status and the one sentence that they read. */
public enum FaultCode {
    MALFORMED_BODY(Status.BAD_REQUEST, "The body isn't well-formed"),
    EMPTY_BODY(Status.BAD_REQUEST, "The body is empty"),
    BODY_NO_OBJECT(Status.BAD_REQUEST, "The body must be a JSON object"),
    BODY_NOT_UTF8(Status.BAD_REQUEST, "The body isn't UTF-8"),
    BODY_TEXT(Status.BAD_REQUEST, "The body has a text with NUL or half a surrogate pair"),
    DUPLICATE_KEY(Status.BAD_REQUEST, "The body has a field twice"),
    MALFORMED_QUERY(Status.BAD_REQUEST, "The query isn't well-formed, or has a parameter twice"),
    INVALID_REQUEST(Status.BAD_REQUEST, "Invalid request"),
    SEVERAL_AUTHORIZATIONS(Status.BAD_REQUEST, "More than one Authorization header"),
    SEVERAL_COOKIES(Status.BAD_REQUEST, "More than one cookie auth_session"),
    CROSS_SITE(Status.FORBIDDEN, "A page of another site can't do this"),
    BODY_TOO_LARGE(Status.CONTENT_TOO_LARGE, "The body is larger than 64 KiB"),
    // With its full stop, as the gateway says it, and altegio's document.
    TOO_MANY_TRIES(Status.TOO_MANY_REQUESTS, "Too many requests."),
    UNSUPPORTED_BODY(
            Status.UNSUPPORTED_MEDIA_TYPE,
            "The body must be application/json, in UTF-8 and without a Content-Encoding"),
    UNSUPPORTED_LINES(
            Status.UNSUPPORTED_MEDIA_TYPE,
            "The body must be application/x-ndjson, in UTF-8 and without a Content-Encoding"),
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
