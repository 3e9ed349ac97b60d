package io.authsvcs.gateway.format;

import io.authsvcs.common.Status;
import io.authsvcs.gateway.pipeline.Attribute;
import java.nio.charset.StandardCharsets;

/** Every end of a request that no instance answered: its status, who is to blame, and the sentence that callers read. */
public enum Outcome {
    UNKNOWN_PATH(Status.NOT_FOUND, Blame.CALLER, "Unknown resource"),
    WRONG_METHOD(Status.METHOD_NOT_ALLOWED, Blame.CALLER, "Unsupported method"),
    MALFORMED_REQUEST(Status.BAD_REQUEST, Blame.CALLER, "Malformed request"),
    NOT_ONE_HOST(Status.BAD_REQUEST, Blame.CALLER, "Exactly one Host header is required"),
    SEVERAL_CREDENTIALS(Status.BAD_REQUEST, Blame.CALLER, "More than one Authorization header"),
    NOT_ONE_KEY(
            Status.BAD_REQUEST,
            Blame.CALLER,
            "At most one Idempotency-Key header of 1 to 255 visible ASCII characters is allowed"),
    INCOMPLETE_BODY(Status.BAD_REQUEST, Blame.CALLER, "Incomplete request body"),
    SLOW_BODY(Status.REQUEST_TIMEOUT, Blame.CALLER, "Request body took too long"),
    LARGE_BODY(Status.CONTENT_TOO_LARGE, Blame.CALLER, "Request body is too large"),
    // The sentence, with its full stop, is altegio's.
    TOO_MANY_REQUESTS(Status.TOO_MANY_REQUESTS, Blame.CALLER, "Too many requests."),
    LONG_ADDRESS(Status.URI_TOO_LONG, Blame.CALLER, "Request address is too long"),
    LARGE_HEADER(Status.HEADER_FIELDS_TOO_LARGE, Blame.CALLER, "Request header is too large"),
    /** Nobody is registered, or everybody refuses the connection. The seed's words. */
    NO_INSTANCE(Status.SERVICE_UNAVAILABLE, Blame.INSTANCES, "Unavailable auth-svcs instances"),
    /** Instances are there, and none has given an answer. */
    NO_ANSWER(Status.SERVICE_UNAVAILABLE, Blame.INSTANCES, "An instance of auth-svcs is unavailable"),
    INVALID_ANSWER(Status.BAD_GATEWAY, Blame.INSTANCES, "An instance of auth-svcs gave an invalid answer"),
    LATE_ANSWER(Status.GATEWAY_TIMEOUT, Blame.INSTANCES, "An instance of auth-svcs didn't answer in time"),
    OVERLOADED(Status.SERVICE_UNAVAILABLE, Blame.GATEWAY, "Too many requests are under way"),
    UNEXPECTED(Status.INTERNAL_SERVER_ERROR, Blame.GATEWAY, "The gateway failed; its log says why at request");

    /** Whose fault an end is. */
    public enum Blame {
        CALLER,
        INSTANCES,
        GATEWAY
    }

    /** How the request has ended, when it has ended in one of these. */
    public static final Attribute<Outcome> ATTRIBUTE = new Attribute<>("outcome", Outcome.class);

    /** Set when the caller has left before the answer was written. */
    public static final Attribute<Boolean> UNREAD = new Attribute<>("unread", Boolean.class);

    private final Status status;
    private final Blame blame;
    private final String sentence;

    Outcome(Status status, Blame blame, String sentence) {
        this.status = status;
        this.blame = blame;
        this.sentence = sentence;
    }

    public Status status() {
        return status;
    }

    public Blame blame() {
        return blame;
    }

    public String sentence() {
        return sentence;
    }

    /** Whether the sentence names the request, because we are to repair. */
    boolean namesRequest() {
        return this == UNEXPECTED;
    }

    /** The sentence for one request. */
    String sentence(String requestId) {
        return namesRequest() ? sentence + " " + requestId : sentence;
    }

    /** The result of the envelope: {@code {"reason":…}}, or {@code {"error":"… <request id>"}} where we are to repair. */
    byte[] result(String requestId) {
        String key = namesRequest() ? "error" : "reason";
        return ("{\"" + key + "\":\"" + sentence(requestId) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** An error of RFC 6749 §5.2. */
    byte[] oauthResult(String requestId) {
        String json = "{\"error\":\"" + oauthError() + "\",\"error_description\":\"" + sentence(requestId) + "\"}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The code of RFC 6749 §5.2, or of §4.1.2.1 where it is not the caller that is to blame. */
    private String oauthError() {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> "temporarily_unavailable";
            default -> blame == Blame.CALLER ? "invalid_request" : "server_error";
        };
    }
}
