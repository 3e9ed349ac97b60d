package io.authsvcs.local.fuzz;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in documented requests for names such as <code>${token}</code>.
 *
 * @param values by name
 */
public record Names(Map<String, String> values) {
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    public Names {
        values = Map.copyOf(values);
    }

    /** The text with each name replaced; a number is another one in each request. */
    String in(String text, long number) {
        return NAME.matcher(text).replaceAll(found -> value(found, number));
    }

    private String value(MatchResult found, long number) {
        return found.group(1).equals("number")
                ? String.format("%07d", Math.floorMod(number, 10_000_000))
                : Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group(1)));
    }
}
