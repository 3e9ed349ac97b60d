package io.authsvcs.auth.identity;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as their column has them. */
final class AttributesJson {
    // Instances of another version may know further attributes, or fewer.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AttributesJson() {}

    static String write(Attributes attributes) {
        return JSON.writeValueAsString(attributes);
    }

    static Attributes read(String json) {
        return JSON.readValue(json, Attributes.class);
    }
}
