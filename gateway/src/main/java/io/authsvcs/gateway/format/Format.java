package io.authsvcs.gateway.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.common.Status;
import java.util.Set;

/** What a route's answers look like. It belongs to the route, so that no instance decides it. */
@SuppressWarnings("ImmutableEnumChecker") // What Set.of returns is immutable.
public enum Format {
    /** Every answer in the envelope. */
    ENVELOPE(Set.of()),
    /** As {@link #ENVELOPE}, and a proxy that asks whether to let somebody in learns from headers who it is. */
    VERDICT(Set.of("x-auth-user-id", "x-auth-session-id", "x-auth-roles")),
    /** What an instance answers with success passes as it is, with what caches need; errors are in the envelope. */
    RAW(Set.of("content-type", "cache-control", "etag", "last-modified")) {
        @Override
        boolean passes(int status) {
            return status / 100 == 2 || status == 304;
        }

        @Override
        boolean accepts(Answer answer) {
            return true;
        }
    },
    /** Whatever an instance answers passes as it is; an end of ours is an error of RFC 6749 §5.2. */
    OAUTH(Set.of("content-type")) {
        @Override
        boolean passes(int status) {
            return Status.find(status).isPresent();
        }

        @Override
        byte[] end(Outcome outcome, String requestId) {
            String json = "{\"error\":\"" + outcome.oauthError() + "\",\"error_description\":\""
                    + outcome.sentence(requestId) + "\"}";
            return json.getBytes(UTF_8);
        }
    };

    private final Set<String> headers;

    Format(Set<String> headers) {
        this.headers = headers;
    }

    /** Whether an answer with this status leaves without the envelope. */
    boolean passes(int status) {
        return false;
    }

    /** Whether this is a body that we can stand for. */
    boolean accepts(Answer answer) {
        return Results.isResult(answer);
    }

    /** Whether this header of an instance's answer belongs to the format. Names in lower case. */
    boolean has(String header) {
        return headers.contains(header);
    }

    /** The body of an end that the gateway makes itself, a JSON object. */
    byte[] end(Outcome outcome, String requestId) {
        return outcome.result(requestId);
    }
}
