package io.authsvcs.auth.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Numbers and truths, read strictly or as a contract asks for it.
 *
 * @param form whether a form brought them, which knows nothing but text
 */
record Scalars(boolean form) {
    private static final Map<String, Boolean> LOOSE_TRUTHS =
            Map.of("true", true, "1", true, "false", false, "0", false, "", false);

    /** Between these two, both included. */
    Optional<Long> wholeNumber(JsonNode value, long least, long most) {
        return (form ? digits(value.stringValue()) : integer(value))
                .filter(number -> number >= least && number <= most);
    }

    /** The same, or as a text of digits. */
    Optional<Long> looseWholeNumber(JsonNode value, long least, long most) {
        return value.isString()
                ? digits(value.stringValue()).filter(number -> number >= least && number <= most)
                : wholeNumber(value, least, most);
    }

    Optional<Boolean> truth(JsonNode value) {
        if (form) {
            return Optional.of(value.stringValue())
                    .filter(text -> text.equals("true") || text.equals("false"))
                    .map(Boolean::valueOf);
        }
        return Optional.of(value).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    /** Also as a text in any case, or as the text of 1 or 0; an empty one is none. */
    static Optional<Boolean> looseTruth(JsonNode value) {
        return Optional.of(value)
                .filter(given -> given.isBoolean() || given.isString())
                .map(given -> LOOSE_TRUTHS.get(given.asString().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Long> digits(String text) {
        return Optional.of(text).filter(given -> given.matches("\\d{1,18}")).map(Long::parseLong);
    }

    private static Optional<Long> integer(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue);
    }
}
