package io.authsvcs.acceptance;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller got. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** What the envelope holds. */
    JsonNode result() {
        return json().get("result");
    }

    String text(String field) {
        return result().get(field).stringValue();
    }
}
