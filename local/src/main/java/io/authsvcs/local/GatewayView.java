package io.authsvcs.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway sees of the instances, from its actuator. */
final class GatewayView {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GatewayView() {}

    /** The state by instance id; empty when the gateway does not answer. */
    static Optional<Map<String, String>> states(Member gateway) {
        return Http.get(gateway.management("/actuator/instances"))
                .filter(Http.Reply::isOk)
                .map(reply -> parse(reply.body()));
    }

    /** By id. */
    static Map<String, String> parse(String body) {
        Map<String, String> states = new HashMap<>();
        try {
            for (JsonNode instance : JSON.readTree(body).path("instances")) {
                states.put(instance.path("id").asString(""), state(instance));
            }
            return states;
        } catch (JacksonException garbage) {
            return Map.of();
        }
    }

    /** In small letters: an older gateway has large ones. */
    private static String state(JsonNode instance) {
        return instance.path("state").asString("").toLowerCase(Locale.ROOT);
    }
}
