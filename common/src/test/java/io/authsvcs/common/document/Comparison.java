package io.authsvcs.common.document;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an answer differs from the one of an example: another status, a header of the example's that isn't so or comes twice,
 * a cookie that it hasn't, a key too many, too few or in another place, a value that is not the same to the letter. Of what
 * varies the form must be the same. The reason, further headers and the space around JSON's tokens are not looked at.
 */
public final class Comparison {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final String COOKIE = "set-cookie";

    private final Example example;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Example example) {
        this.example = example;
    }

    /** Each as a sentence that says where, what was expected, and what came; none where all is as documented. */
    public static List<String> differences(Example example, Message actual) {
        Comparison comparison = new Comparison(example);
        comparison.compareHead(actual);
        comparison.compareBody(actual.body());
        return List.copyOf(comparison.differences);
    }

    private void compareHead(Message actual) {
        expect("status", String.valueOf(example.answer().status()), String.valueOf(actual.status()));
        Stream.concat(Stream.of(COOKIE), example.answer().headers().stream().map(Message.Header::name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(name -> expect(name, values(example.answer(), name), values(actual, name)));
    }

    /** Each on a line of its own, as no header has one within. */
    private static String values(Message message, String name) {
        return message.headers().stream()
                .filter(header -> header.isNamed(name))
                .map(header -> header.isNamed(COOKIE) ? withoutWhatVaries(header.value()) : header.value())
                .collect(joining("\n"));
    }

    /** Of a cookie that is its value, if it has one; and where there is no TLS, as on a laptop, it isn't Secure. */
    private static String withoutWhatVaries(String cookie) {
        return cookie.replaceFirst("^([^=;]*)=[^;]+", "$1=…").replaceFirst("; Secure(?=;|$)", "");
    }

    private void compareBody(String actual) {
        String expected = example.answer().body();
        if (expected.isEmpty() || actual.isEmpty()) {
            expect("body", expected, actual);
        } else {
            compareTrees(JSON.readTree(expected), actual);
        }
    }

    private void compareTrees(JsonNode expected, String actual) {
        try {
            compare("", expected, JSON.readTree(actual));
        } catch (JacksonException noJson) {
            differ("body", expected.toString(), actual);
        }
    }

    private void compare(String where, JsonNode expected, JsonNode actual) {
        if (expected.getNodeType() != actual.getNodeType()) {
            differ(where, expected.toString(), actual.toString());
        } else if (example.varies().contains(where) && hasForm(expected)) {
            compareForm(where, expected, actual);
        } else if (expected.isObject()) {
            compareObjects(where, expected, actual);
        } else if (expected.isArray() && expected.size() == actual.size()) {
            compareElements(where, expected, actual);
        } else {
            expect(where, expected.toString(), actual.toString());
        }
    }

    private static boolean hasForm(JsonNode value) {
        return value.isString() || value.isIntegralNumber();
    }

    private void compareForm(String where, JsonNode expected, JsonNode actual) {
        boolean same = expected.isString()
                ? Form.of(expected.stringValue()).isSame(expected.stringValue(), actual.stringValue())
                : actual.isIntegralNumber();
        if (!same) {
            differ(where, "something like " + expected, actual.toString());
        }
    }

    private void compareObjects(String where, JsonNode expected, JsonNode actual) {
        Stream<String> keys = actual.propertyNames().stream();
        expect(
                where.isEmpty() ? "keys" : where + ", its keys",
                String.join(", ", expected.propertyNames()),
                (example.open().contains(where) ? keys.limit(expected.size()) : keys).collect(joining(", ")));
        expected.properties().stream()
                .filter(field -> actual.has(field.getKey()))
                .forEach(field -> compare(inside(where, field.getKey()), field.getValue(), actual.get(field.getKey())));
    }

    private void compareElements(String where, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < expected.size(); i++) {
            compare(inside(where, String.valueOf(i)), expected.get(i), actual.get(i));
        }
    }

    private static String inside(String where, String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private void expect(String where, String expected, String actual) {
        if (!expected.equals(actual)) {
            differ(where, expected, actual);
        }
    }

    private void differ(String where, String expected, String actual) {
        differences.add((where.isEmpty() ? "body" : where) + ": expected " + orNothing(expected) + ", was "
                + orNothing(actual));
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}
