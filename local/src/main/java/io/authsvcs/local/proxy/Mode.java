package io.authsvcs.local.proxy;

import java.time.Duration;
import java.util.List;

/** How a proxy treats what goes through it. */
public sealed interface Mode {
    /** Forwards everything. */
    record Pass() implements Mode {}

    /** Nobody listens, and nobody is connected any more. */
    record Refuse() implements Mode {}

    /** Accepts connections and reads nothing from them; what is under way the other way comes through. */
    record Hang() implements Mode {}

    /** Each answer begins so much later. */
    record Delay(Duration length) implements Mode {}

    /** Each request ends after so many bytes, and the connection with it. */
    record CutRequest(long bytes) implements Mode {}

    /** Each answer ends after so many bytes, and the connection with it. */
    record CutAnswer(long bytes) implements Mode {}

    /**
     * The same for answers to HTTP requests that begin like one of these; all others come through.
     *
     * @param requests methods and paths: {@code POST /login}
     */
    record CutAnswersTo(List<String> requests, long bytes) implements Mode {
        public CutAnswersTo {
            requests = List.copyOf(requests);
        }

        boolean isMeant(String beginning) {
            return requests.stream().anyMatch(request -> beginning.startsWith(request + " "));
        }
    }

    /** Answers every HTTP request by itself, with status 500. */
    record Fail() implements Mode {}

    /** Forwards nothing, either way; connections stay. What was held is forwarded when it ends, as TCP would. */
    record BlackHole() implements Mode {}

    default boolean holdsRequests() {
        return this instanceof Hang || this instanceof BlackHole;
    }

    default boolean holdsAnswers() {
        return this instanceof BlackHole;
    }
}
