package io.authsvcs.auth.http;

import io.authsvcs.auth.fault.Fault;
import io.authsvcs.auth.fault.FieldError;
import io.authsvcs.auth.idempotency.IdempotencyKey;
import io.authsvcs.common.HeaderNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
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

    private static final Map<String, Boolean> LOOSE_FLAGS =
            Map.of("true", true, "1", true, "false", false, "0", false, "", false);

    private final ObjectNode body;
    private final boolean form;
    private final String place;
    private final List<FieldError> errors;

    Fields(ObjectNode body, boolean form) {
        this(body, form, "", new ArrayList<>());
    }

    /** @param place of the object within the whole body, before the names of its fields: {@code attributes.} */
    private Fields(ObjectNode body, boolean form, String place, List<FieldError> errors) {
        this.body = body;
        this.form = form;
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
        return find(field).flatMap(value -> {
            Optional<Duration> seconds = wholeNumber(value)
                    .filter(number -> number >= 0 && number <= longest.toSeconds())
                    .map(Duration::ofSeconds);
            if (seconds.isEmpty()) {
                reject(field, "Must be a whole number of seconds from 0 to " + longest.toSeconds());
            }
            return seconds;
        });
    }

    /** Whole milliseconds from 0 to 100 years, also as a text of digits (seed 003). */
    public Optional<Duration> milliseconds(String field) {
        return find(field).flatMap(value -> {
            Optional<Duration> milliseconds = (value.isString() ? digits(value.stringValue()) : wholeNumber(value))
                    .filter(number -> number >= 0 && number <= LONGEST.toMillis())
                    .map(Duration::ofMillis);
            if (milliseconds.isEmpty()) {
                reject(field, "Must be a whole number of milliseconds from 0 to " + LONGEST.toMillis());
            }
            return milliseconds;
        });
    }

    /** A whole number between these two, both included. */
    public Optional<Integer> number(String field, int least, int most) {
        return find(field).flatMap(value -> {
            Optional<Integer> number = wholeNumber(value)
                    .filter(given -> given >= least && given <= most)
                    .map(Long::intValue);
            if (number.isEmpty()) {
                reject(field, "Must be a whole number from " + least + " to " + most);
            }
            return number;
        });
    }

    /** True or false; false where it is absent. */
    public boolean flag(String field) {
        Optional<JsonNode> value = find(field);
        Optional<Boolean> flag = value.flatMap(this::truth);
        if (value.isPresent() && flag.isEmpty()) {
            reject(field, "Must be true or false");
        }
        return flag.orElse(false);
    }

    /** The same where texts will do, in any case, or 1 and 0; an empty one counts as absent. */
    public boolean looseFlag(String field) {
        Optional<String> text = find(field)
                .filter(value -> value.isBoolean() || value.isString())
                .map(value -> value.asString().toLowerCase(Locale.ROOT));
        if (has(field) && text.filter(LOOSE_FLAGS::containsKey).isEmpty()) {
            reject(field, "Must be true or false");
        }
        return text.map(LOOSE_FLAGS::get).orElse(false);
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
        return Optional.ofNullable(request.headers().firstHeader(HeaderNames.IDEMPOTENCY_KEY))
                .map(key -> IdempotencyKey.of(
                        key,
                        request.method().name(),
                        request.path(),
                        Objects.toString(request.uri().getRawQuery(), ""),
                        String.join("\n", request.headers().header(HttpHeaders.AUTHORIZATION)),
                        String.join("\n", SessionCookie.valuesIn(request)),
                        body.toString()));
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
        return new Fields((ObjectNode) object, form, place + field + ".", errors);
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

    private Optional<Long> wholeNumber(JsonNode value) {
        return form ? digits(value.stringValue()) : integer(value);
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

    private Optional<Boolean> truth(JsonNode value) {
        if (form) {
            return Optional.of(value.stringValue())
                    .filter(text -> text.equals("true") || text.equals("false"))
                    .map(Boolean::valueOf);
        }
        return Optional.of(value).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }
}
