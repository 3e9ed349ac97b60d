package io.authsvcs.local.load;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a gateway answered.
 *
 * @param saysWhen whether it has Retry-After
 */
public record Answer(int status, boolean saysWhen, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A missing node when the body is no JSON. */
    public JsonNode at(String pointer) {
        try {
            return JSON.readTree(body).at(pointer);
        } catch (JacksonException garbage) {
            return MissingNode.getInstance();
        }
    }

    /** Empty when there is none. */
    public String text(String pointer) {
        return at(pointer).asString("");
    }

    boolean isUnavailable() {
        return status == 503;
    }

    boolean isLate() {
        return status == 504;
    }

    @Override
    public String toString() {
        return status + " " + Excerpt.of(body);
    }
}
