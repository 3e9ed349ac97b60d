package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one request body, read strictly: a number isn't text, a text isn't a number, unless a form brought it,
 * which knows nothing but text. What is wrong is gathered and thrown all at once by {@link #check}.
 */
public final class Fields {
    /** What is wrong with a field that is missing. */
    public static final String REQUIRED = "Is required";

    private static final Duration LONGEST = Duration.ofDays(36_525); // 100 years

    private final ObjectNode body;
    private final Scalars scalars;
    private final String place;
    private final List<FieldError> errors;

    Fields(ObjectNode body, boolean form) {
        this(body, new Scalars(form), "", new ArrayList<>());
    }

    /** @param place of the object within the whole body, before the names of its fields: {@code attributes.} */
    private Fields(ObjectNode body, Scalars scalars, String place, List<FieldError> errors) {
        this.body = body;
        this.scalars = scalars;
        this.place = place;
        this.errors = errors;
    }

    /** A text, or nothing where the field is absent or null. */
    public Optional<String> text(String field) {
        Optional<JsonNode> value = find(field);
        if (value.isPresent() && !value.get().isString()) {
            reject(field, "Must be a string");
            return Optional.empty();
        }
        return value.map(JsonNode::stringValue);
    }

    /** A text of at most so many characters, which says something if it is there. */
    public Optional<String> text(String field, int longest) {
        return text(field).filter(text -> {
            boolean fits = PrintableText.fits(text, longest);
            if (!fits) {
                reject(field, "Must be 1 to " + longest + " printable characters, not only blanks");
            }
            return fits;
        });
    }

    /** Tells whoever left it out that a field must be there. */
    public void require(String field) {
        if (!has(field)) {
            reject(field, REQUIRED);
        }
    }

    /** A text that must be there. */
    public String required(String field) {
        return text(field).filter(text -> !text.isEmpty()).orElseGet(() -> {
            if (accepts(field)) {
                reject(field, REQUIRED);
            }
            return "";
        });
    }

    /** A text read into something better; what it must be is told where it can't be. */
    public <T> Optional<T> parsed(String field, Function<String, Optional<T>> parse, String mustBe) {
        return text(field).flatMap(text -> {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                reject(field, mustBe);
            }
            return value;
        });
    }

    /** A list of at most so many texts; empty where it is absent. */
    public List<String> texts(String field, int most) {
        Optional<JsonNode> value = find(field);
        List<JsonNode> items = value.filter(JsonNode::isArray)
                .map(array -> List.copyOf(array.values()))
                .orElse(List.of());
        boolean fits = value.isEmpty()
                || (value.get().isArray()
                        && items.size() <= most
                        && items.stream().allMatch(JsonNode::isString));
        if (!fits) {
            reject(field, "Must be a list of at most " + most + " strings");
            return List.of();
        }
        return items.stream().map(JsonNode::stringValue).toList();
    }

    /** A list of at most so many texts, each of at most so many characters; empty where it is absent. */
    public List<String> texts(String field, int most, int longest) {
        List<String> texts = texts(field, most);
        if (!texts.stream().allMatch(text -> PrintableText.fits(text, longest))) {
            reject(field, "Must be texts of 1 to " + longest + " printable characters, not only blanks");
        }
        return texts;
    }

    /** The fields of an object within; what is wrong with them is told with the place where they stand. */
    public Optional<Fields> object(String field) {
        Optional<JsonNode> value = find(field);
        if (value.isPresent() && !value.get().isObject()) {
            reject(field, "Must be an object");
        }
        return value.filter(JsonNode::isObject).map(object -> within(field, object));
    }

    /** A list of at most so many objects; empty where it is absent. */
    public List<Fields> objects(String field, int most) {
        List<JsonNode> items =
                find(field).map(value -> items(field, value, most)).orElse(List.of());
        return IntStream.range(0, items.size())
                .mapToObj(index -> within(field + "." + index, items.get(index)))
                .toList();
    }

    /** Whether the field is there to be taken away: {@code null} (RFC 7396 §1). */
    public boolean clears(String field) {
        return body.optional(field).filter(JsonNode::isNull).isPresent();
    }

    /** Whole seconds from 0 to 100 years. */
    public Optional<Duration> seconds(String field) {
        return seconds(field, LONGEST);
    }

    /** Whole seconds from 0 to so many. */
    public Optional<Duration> seconds(String field, Duration longest) {
        return read(
                field,
                value -> scalars.wholeNumber(value, 0, longest.toSeconds()).map(Duration::ofSeconds),
                "Must be a whole number of seconds from 0 to " + longest.toSeconds());
    }

    /** Whole milliseconds from 0 to 100 years, also as a text of digits (seed 003). */
    public Optional<Duration> milliseconds(String field) {
        return read(
                field,
                value -> scalars.looseWholeNumber(value, 0, LONGEST.toMillis()).map(Duration::ofMillis),
                "Must be a whole number of milliseconds from 0 to " + LONGEST.toMillis());
    }

    /** A whole number between these two, both included. */
    public Optional<Integer> number(String field, int least, int most) {
        return read(
                field,
                value -> scalars.wholeNumber(value, least, most).map(Long::intValue),
                "Must be a whole number from " + least + " to " + most);
    }

    /** True or false; false where it is absent. */
    public boolean flag(String field) {
        return read(field, scalars::truth, "Must be true or false").orElse(false);
    }

    /** The same where texts will do, in any case, or 1 and 0; an empty one counts as absent. */
    public boolean looseFlag(String field) {
        return read(field, Scalars::looseTruth, "Must be true or false").orElse(false);
    }

    /** Whether the field is there, however wrong it may be. */
    public boolean has(String field) {
        return find(field).isPresent();
    }

    /** Whether it is there as an empty text. */
    public boolean isEmpty(String field) {
        return find(field)
                .filter(value -> value.isString() && value.stringValue().isEmpty())
                .isPresent();
    }

    public void reject(String field, String reason) {
        errors.add(new FieldError(place + field, reason));
    }

    public boolean accepts(String field) {
        return errors.stream().noneMatch(error -> error.field().equals(place + field));
    }

    /** By which a repetition of this request is known; absent where the gateway gave it none. */
    public Optional<IdempotencyKey> idempotencyKey(ServerRequest request) {
        return RequestKey.of(request, json());
    }

    /** The whole body, secrets included. */
    String json() {
        return body.toString();
    }

    /** All that was wrong so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** @throws Fault where anything was wrong */
    public void check() {
        if (!errors.isEmpty()) {
            throw Fault.invalid(errors);
        }
    }

    private Fields within(String field, JsonNode object) {
        return new Fields((ObjectNode) object, scalars, place + field + ".", errors);
    }

    private List<JsonNode> items(String field, JsonNode value, int most) {
        List<JsonNode> items = List.copyOf(value.values());
        if (value.isArray() && items.size() <= most && items.stream().allMatch(JsonNode::isObject)) {
            return items;
        }
        reject(field, "Must be a list of at most " + most + " objects");
        return List.of();
    }

    private Optional<JsonNode> find(String field) {
        return body.optional(field).filter(value -> !value.isNull());
    }

    private <T> Optional<T> read(String field, Function<JsonNode, Optional<T>> read, String mustBe) {
        return find(field).flatMap(value -> {
            Optional<T> found = read.apply(value);
            if (found.isEmpty()) {
                reject(field, mustBe);
            }
            return found;
        });
    }
}
