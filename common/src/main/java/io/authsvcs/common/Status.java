package io.authsvcs.common;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every HTTP status that the product answers with, its reason phrase (RFC 9110 §15) and its one sentence. */
public enum Status {
    OK(200, "OK", "Request succeeded without error"),
    CREATED(201, "Created", "Request succeeded and has created a resource"),
    ACCEPTED(202, "Accepted", "Request has been accepted and will be completed later"),
    BAD_REQUEST(400, "Bad Request", "The request could not be understood by the server"),
    UNAUTHORIZED(401, "Unauthorized", "User isn't authorized to access this resource"),
    FORBIDDEN(403, "Forbidden", "User isn't allowed to perform this operation"),
    NOT_FOUND(404, "Not Found", "The requested resource doesn't exist"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "The requested resource doesn't support this method"),
    NOT_ACCEPTABLE(406, "Not Acceptable", "The requested resource can't be represented as the request asks"),
    REQUEST_TIMEOUT(408, "Request Timeout", "The request didn't arrive in time"),
    CONFLICT(409, "Conflict", "Request has caused a conflict"),
    CONTENT_TOO_LARGE(413, "Content Too Large", "The request is larger than the server accepts"),
    URI_TOO_LONG(414, "URI Too Long", "The address of the request is longer than the server accepts"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "The request is in a format that the server doesn't read"),
    UNPROCESSABLE_CONTENT(422, "Unprocessable Content", "The request was understood but breaks a rule"),
    TOO_MANY_REQUESTS(429, "Too Many Requests", "Too many requests in a given amount of time"),
    HEADER_FIELDS_TOO_LARGE(
            431, "Request Header Fields Too Large", "The header of the request is larger than the server accepts"),
    INTERNAL_SERVER_ERROR(500, "Internal Server Error", "The server met a condition that it didn't expect"),
    BAD_GATEWAY(502, "Bad Gateway", "The gateway received an invalid answer from an instance"),
    SERVICE_UNAVAILABLE(
            503,
            "Service Unavailable",
            "The server is currently unable to handle the request due to a temporary overloading or maintenance of"
                    + " the server. The implication is that this is a temporary condition which will be alleviated"
                    + " after some delay"),
    GATEWAY_TIMEOUT(504, "Gateway Timeout", "The gateway didn't receive an answer from an instance in time");

    private static final Map<Integer, Status> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Status::code, Function.identity()));

    private final int code;
    private final String message;
    private final String description;

    Status(int code, String message, String description) {
        this.code = code;
        this.message = message;
        this.description = description;
    }

    /** The status with this code, if the product ever answers with it. */
    public static Optional<Status> find(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public int code() {
        return code;
    }

    /** The envelope's {@code statusMessage}. */
    public String message() {
        return message;
    }

    /** The envelope's {@code statusDescription}: seed 001's words where it has them. */
    public String description() {
        return description;
    }
}
