package io.authsvcs.local;

import java.util.HashMap;
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

    static Map<String, String> parse(String body) {
        Map<String, String> states = new HashMap<>();
        try {
            for (JsonNode instance : JSON.readTree(body).path("instances")) {
                states.put(
                        instance.path("id").asString(""), instance.path("state").asString(""));
            }
            return states;
        } catch (JacksonException garbage) {
            return Map.of();
        }
    }
}
