package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.FaultCode;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.common.Status;
import java.util.List;
import java.util.Map;
import org.springframework.core.codec.Hints;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The shapes that every call answers in. */
public final class Answers {
    private static final String CHALLENGE = "Bearer realm=\"auth-svcs\"";

    private Answers() {}

    public static Mono<ServerResponse> of(Status status, Object result) {
        return start(status).bodyValue(result);
    }

    public static Mono<ServerResponse> empty(Status status) {
        return of(status, Map.of());
    }

    public static Mono<ServerResponse> refuse(Status status, String reason) {
        return of(status, new Refusal(reason, List.of()));
    }

    public static Mono<ServerResponse> refuse(Status status, String reason, List<FieldError> errors) {
        return of(status, new Refusal(reason, errors));
    }

    /** One field is to blame, which only the work itself could find out. */
    public static Mono<ServerResponse> refuseField(String field, String reason) {
        return refuse(Status.BAD_REQUEST, FaultCode.INVALID_REQUEST.reason(), List.of(new FieldError(field, reason)));
    }

    /** Nobody was authenticated (RFC 6750 §3: no error code where no token was given). */
    public static Mono<ServerResponse> challenge(String reason) {
        return refuse(Status.UNAUTHORIZED, reason);
    }

    /** @param challenge what else than a token is asked for (RFC 9110 §11.6.1) */
    public static Mono<ServerResponse> challenge(String reason, String challenge) {
        return start(Status.UNAUTHORIZED)
                .headers(headers -> headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge))
                .bodyValue(new Refusal(reason, List.of()));
    }

    /** A token was given and isn't good (RFC 6750 §3.1). */
    public static Mono<ServerResponse> challengeToken(String reason) {
        return start(Status.UNAUTHORIZED)
                .headers(headers -> headers.set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        CHALLENGE + ", error=\"invalid_token\", error_description=\"" + reason + "\""))
                .bodyValue(new Refusal(reason, List.of()));
    }

    /** For an answer with headers of its own. A 401 always asks for a token (RFC 9110 §15.5.2). */
    public static ServerResponse.BodyBuilder start(Status status) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(status.code())
                .contentType(MediaType.APPLICATION_JSON)
                // Tokens are in some, and codecs would log what they write.
                .hint(Hints.SUPPRESS_LOGGING_HINT, true);
        return status == Status.UNAUTHORIZED ? answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE) : answer;
    }
}
