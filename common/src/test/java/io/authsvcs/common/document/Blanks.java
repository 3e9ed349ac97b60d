package io.authsvcs.common.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills in what stands as {@code <name>} in a message, because it is known only when the message is sent. */
public final class Blanks {
    public static final String PARTNER_TOKEN = "partner token";
    private static final Pattern BLANK = Pattern.compile("<([a-z][A-Za-z0-9_. ]*)>");
    private static final Pattern BEGINNING = Pattern.compile("first (\\d+) of (.+)");
    private static final JsonMapper JSON = new JsonMapper();

    private Blanks() {}

    public static Message fill(Message message, UnaryOperator<String> byName) {
        return message.map(text ->
                BLANK.matcher(text).replaceAll(blank -> Matcher.quoteReplacement(byName.apply(blank.group(1)))));
    }

    static boolean isIn(String name, Message message) {
        return Stream.concat(
                        Stream.of(message.firstLine(), message.body()),
                        message.headers().stream().map(Message.Header::value))
                .anyMatch(text -> text.contains("<" + name + ">"));
    }

    /** The value at a path ({@code data.token}, {@code first 8 of data.token}) of this answer, or of its cookie. */
    static Optional<String> valueIn(Message answer, String name) {
        Matcher beginning = BEGINNING.matcher(name);
        return beginning.matches()
                ? wholeIn(answer, beginning.group(2))
                        .map(value -> value.substring(0, Integer.parseInt(beginning.group(1))))
                : wholeIn(answer, name);
    }

    private static Optional<String> wholeIn(Message answer, String name) {
        return inBody(answer.body(), name)
                .or(() -> answer.header("Set-Cookie")
                        .filter(cookie -> cookie.startsWith(name + "="))
                        .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0]));
    }

    private static Optional<String> inBody(String body, String path) {
        return Optional.of(body)
                .filter(text -> text.startsWith("{"))
                .map(JSON::readTree)
                .map(tree -> at(tree, path))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    private static JsonNode at(JsonNode tree, String path) {
        return Arrays.stream(path.split("\\."))
                .<Function<JsonNode, JsonNode>>map(key -> node -> node.path(key))
                .reduce(Function.identity(), Function::andThen)
                .apply(tree);
    }
}
