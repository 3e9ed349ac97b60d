package io.authsvcs.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the registry says of the instances, through Eureka's REST interface. */
record RegistryView(String user, String password) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The status by instance id; empty when the registry does not answer. */
    Optional<Map<String, String>> states(Member registry) {
        return Http.get(registry.url().resolve("/eureka/apps"), user, password)
                .filter(Http.Reply::isOk)
                .map(reply -> parse(reply.body()));
    }

    static Map<String, String> parse(String body) {
        Map<String, String> states = new HashMap<>();
        try {
            for (JsonNode application : JSON.readTree(body).at("/applications/application")) {
                collect(application.path("instance"), states);
            }
            return states;
        } catch (JacksonException garbage) {
            return Map.of();
        }
    }

    /** A single instance is sometimes an object where several are a list. */
    private static void collect(JsonNode instances, Map<String, String> into) {
        Iterable<JsonNode> each = instances.isObject() ? List.of(instances) : instances;
        each.forEach(instance -> into.put(
                instance.path("instanceId").asString(""),
                instance.path("status").asString("")));
    }
}
