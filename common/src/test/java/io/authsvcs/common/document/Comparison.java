package io.authsvcs.common.document;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an answer differs from the one of an example: another status, a header of the example's that isn't so, a key too
 * many, too few or in another place, a value that is not the same to the letter. Of what varies the form must be the same.
 */
public final class Comparison {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ATTRIBUTES_APART = Set.of("set-cookie");

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
        example.answer().headers().forEach(header -> compareHeader(header, actual));
    }

    private void compareHeader(Message.Header header, Message actual) {
        List<String> values = actual.headers().stream()
                .filter(other -> other.isNamed(header.name()))
                .map(Message.Header::value)
                .toList();
        if (values.stream().noneMatch(value -> isSame(header, value))) {
            differ(header.name(), header.value(), values.isEmpty() ? "nothing" : String.join(", ", values));
        }
    }

    /** Of a cookie the value varies, and there may be further attributes. */
    private static boolean isSame(Message.Header header, String actual) {
        return ATTRIBUTES_APART.stream().anyMatch(header::isNamed)
                ? attributes(actual).containsAll(attributes(header.value()))
                : actual.equals(header.value());
    }

    private static Set<String> attributes(String cookie) {
        return Arrays.stream(cookie.replaceFirst("=[^;]+", "=…").split(";"))
                .map(String::strip)
                .collect(Collectors.toSet());
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
        } else if (example.varies().contains(where)) {
            compareForm(where, expected, actual);
        } else if (expected.isObject()) {
            compareObjects(where, expected, actual);
        } else if (expected.isArray() && expected.size() == actual.size()) {
            compareElements(where, expected, actual);
        } else {
            expect(where, expected.toString(), actual.toString());
        }
    }

    private void compareForm(String where, JsonNode expected, JsonNode actual) {
        boolean same = expected.isString()
                ? Form.of(expected.stringValue()).isSame(expected.stringValue(), actual.stringValue())
                : expected.isIntegralNumber() == actual.isIntegralNumber();
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
