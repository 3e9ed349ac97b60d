package io.authsvcs.local.administration;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the gateway answered.
 *
 * @param retryAfter how long it asks to wait before the next attempt
 */
record Reply(int status, String body, Optional<Duration> retryAfter) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    boolean isOk() {
        return status / 100 == 2;
    }

    boolean isUnauthorized() {
        return status == UNAUTHORIZED;
    }

    /** Nothing is wrong with the call: the cluster can't serve it now. */
    boolean isForLater() {
        return status == TOO_MANY_REQUESTS || status / 100 == 5;
    }

    /** What the envelope holds; a missing node when the answer has no envelope. */
    JsonNode result() {
        try {
            return JSON.readTree(body).path("result");
        } catch (JacksonException noEnvelope) {
            return MissingNode.getInstance();
        }
    }

    /** The status and why, with every field that is to blame. */
    String explanation() {
        String errors = result().path("errors")
                .valueStream()
                .map(error -> "; " + error.path("field").asString("") + ": "
                        + error.path("reason").asString(""))
                .collect(Collectors.joining());
        return status + ", " + reason() + errors;
    }

    private String reason() {
        JsonNode result = result();
        return result.path("reason").asString(result.path("error").asString("without a reason"));
    }
}
