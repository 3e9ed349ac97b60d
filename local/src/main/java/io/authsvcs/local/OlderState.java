package io.authsvcs.local;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an authctl wrote that knew of one gateway and one registry only, and of no settings of a single member. */
final class OlderState {
    private OlderState() {}

    /** With what today's has beyond it. */
    static JsonNode completed(JsonNode state) {
        complete(state.path("specification"), "gateways", IntNode.valueOf(1));
        complete(state.path("specification"), "registries", IntNode.valueOf(1));
        for (JsonNode member : state.path("members")) {
            complete(member, "settings", noSettings());
        }
        return state;
    }

    private static void complete(JsonNode node, String name, JsonNode value) {
        if (node instanceof ObjectNode object) {
            object.putIfAbsent(name, value);
        }
    }

    private static JsonNode noSettings() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        none.putObject("variables");
        return none;
    }
}
