package io.authsvcs.auth.api;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one request body, read strictly: a number isn't text, a text isn't a number, unless a form brought it,
 * which knows nothing but text. What is wrong is gathered and thrown all at once by {@link #check}.
 */
final class Fields {
    private static final Duration LONGEST = Duration.ofDays(36_525); // 100 years

    private final ObjectNode body;
    private final boolean form;
    private final List<FieldError> errors = new ArrayList<>();

    Fields(ObjectNode body, boolean form) {
        this.body = body;
        this.form = form;
    }

    /** A text, or nothing where the field is absent or null. */
    Optional<String> text(String field) {
        Optional<JsonNode> value = find(field);
        if (value.isPresent() && !value.get().isString()) {
            reject(field, "Must be a string");
            return Optional.empty();
        }
        return value.map(JsonNode::stringValue);
    }

    /** A text of at most so many characters, which says something if it is there. */
    Optional<String> text(String field, int longest) {
        return text(field).filter(text -> {
            boolean fits = !text.isBlank() && text.length() <= longest;
            if (!fits) {
                reject(field, "Must be 1 to " + longest + " characters long");
            }
            return fits;
        });
    }

    /** A text that must be there. */
    String required(String field) {
        return text(field).filter(text -> !text.isEmpty()).orElseGet(() -> {
            if (errors.stream().noneMatch(error -> error.field().equals(field))) {
                reject(field, "Is required");
            }
            return "";
        });
    }

    /** A text read into something better; what it must be is told where it can't be. */
    <T> Optional<T> parsed(String field, Function<String, Optional<T>> parse, String mustBe) {
        return text(field).flatMap(text -> {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                reject(field, mustBe);
            }
            return value;
        });
    }

    /** Whole seconds from 0 to 100 years. */
    Optional<Duration> seconds(String field) {
        return find(field).flatMap(value -> {
            Optional<Duration> seconds = wholeNumber(value)
                    .filter(number -> number >= 0 && number <= LONGEST.toSeconds())
                    .map(Duration::ofSeconds);
            if (seconds.isEmpty()) {
                reject(field, "Must be a whole number of seconds from 0 to " + LONGEST.toSeconds());
            }
            return seconds;
        });
    }

    /** True or false; false where it is absent. */
    boolean flag(String field) {
        Optional<JsonNode> value = find(field);
        Optional<Boolean> flag = value.flatMap(this::truth);
        if (value.isPresent() && flag.isEmpty()) {
            reject(field, "Must be true or false");
        }
        return flag.orElse(false);
    }

    /** Whether the field is there, however wrong it may be. */
    boolean has(String field) {
        return find(field).isPresent();
    }

    void reject(String field, String reason) {
        errors.add(new FieldError(field, reason));
    }

    boolean accepts(String field) {
        return errors.stream().noneMatch(error -> error.field().equals(field));
    }

    /** @throws Fault where anything was wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw Fault.invalid(errors);
        }
    }

    private Optional<JsonNode> find(String field) {
        return body.optional(field).filter(value -> !value.isNull());
    }

    private Optional<Long> wholeNumber(JsonNode value) {
        if (form && value.stringValue().matches("\\d{1,18}")) {
            return Optional.of(Long.parseLong(value.stringValue()));
        }
        return Optional.of(value)
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue);
    }

    private Optional<Boolean> truth(JsonNode value) {
        if (form) {
            return Optional.of(value.stringValue())
                    .filter(text -> text.equals("true") || text.equals("false"))
                    .map(Boolean::valueOf);
        }
        return Optional.of(value).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }
}
