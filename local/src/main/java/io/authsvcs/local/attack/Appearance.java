package io.authsvcs.local.attack;

import io.authsvcs.local.http.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All of an answer that is not another each time: what a stranger could tell two of them apart by.
 *
 * @param headers each a whole line, in their order
 */
record Appearance(int status, List<String> headers, String body) {
    /** The moment, the request's name, and how long to wait where that is left to chance. */
    private static final Set<String> VARYING = Set.of("date", "x-request-id", "retry-after");

    static Appearance of(Answer answer) {
        return new Appearance(
                answer.status(),
                answer.headers().stream().map(Appearance::constant).toList(),
                answer.body());
    }

    /** That it is there is told, and not what it says. */
    private static String constant(String line) {
        String name = line.split(":", 2)[0];
        return VARYING.contains(name.toLowerCase(Locale.ROOT)) ? name : line;
    }
}
