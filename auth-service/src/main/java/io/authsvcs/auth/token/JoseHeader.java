package io.authsvcs.auth.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The header of a token as its text has it. The JWT library drops members that are empty, {@code "crit":[]} among them, and
 * blanks around texts; none of it is lost here.
 */
record JoseHeader(ObjectNode members) {
    // As RFC 7638 makes them.
    private static final Pattern KEY_ID = Pattern.compile("[\\w-]{43}");
    private static final Map<String, String> FIXED = Map.of("alg", "RS256", "typ", "JWT");

    // Of two members of one name two readers could believe different ones (RFC 7515 §5.2).
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Empty where it is no JSON object. */
    static Optional<JoseHeader> parse(byte[] header) {
        try {
            JsonNode parsed = JSON.readTree(new String(header, StandardCharsets.UTF_8));
            return parsed instanceof ObjectNode object ? Optional.of(new JoseHeader(object)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Whether it says what we write and nothing else: one algorithm, one type (RFC 8725 §3.1, §3.11), a key's name, and no
     * member that would have a reader do anything further.
     */
    boolean isOurs() {
        return members.size() == FIXED.size() + 1
                && text("kid").filter(kid -> KEY_ID.matcher(kid).matches()).isPresent()
                && FIXED.entrySet().stream()
                        .allMatch(fixed -> text(fixed.getKey())
                                .filter(fixed.getValue()::equals)
                                .isPresent());
    }

    private Optional<String> text(String name) {
        return members.optional(name).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
