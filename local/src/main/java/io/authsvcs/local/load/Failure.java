package io.authsvcs.local.load;

import java.time.Duration;

/**
 * One request that did not end as promised, as an example of its kind.
 *
 * @param since from the beginning of what is counted to the moment that it was due
 * @param label a status, or {@code lost}, or {@code unsent}
 * @param body its beginning, without secrets; empty where there is none
 */
public record Failure(Duration since, Operation operation, String label, String why, String body) {
    static Failure of(Duration since, Operation operation, Ending ending) {
        return switch (ending) {
            case Ending.AsPromised promised ->
                throw new IllegalArgumentException("No failure: " + operation + " " + promised);
            case Ending.Unavailable(boolean saysSo, String excerpt) ->
                new Failure(since, operation, ending.label(), unavailable(saysSo), excerpt);
            case Ending.Late(String excerpt) ->
                new Failure(since, operation, ending.label(), "nobody answered in time", excerpt);
            case Ending.Wrong(int _, String why, String excerpt) ->
                new Failure(since, operation, ending.label(), why, excerpt);
            case Ending.Lost(String why) -> new Failure(since, operation, ending.label(), why, "");
            case Ending.Unsent() ->
                new Failure(since, operation, ending.label(), "too many requests were under way", "");
        };
    }

    private static String unavailable(boolean saysSo) {
        return saysSo ? "nobody could serve" : "nobody could serve, and that was not said as its contract says it";
    }
}
