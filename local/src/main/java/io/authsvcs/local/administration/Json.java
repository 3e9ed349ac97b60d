package io.authsvcs.local.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.authsvcs.local.fault.Fault;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records of the admin API, from and to JSON: what is unknown is left out, what is new is left unread. */
final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JacksonException other) {
            throw Fault.failed(
                            "gateway",
                            "The gateway answered something that this authctl does not understand: " + node,
                            "Build both from one source tree: authctl restart all, authctl restart gateway.")
                    .causedBy(other);
        }
    }

    static <T> List<T> readAll(JsonNode nodes, Class<T> type) {
        return nodes.valueStream().map(node -> read(node, type)).toList();
    }
}
