package io.authsvcs.local.load;

/** What came of a request. */
public sealed interface Reply {
    record Given(Answer answer) implements Reply {}

    /** Nobody listens: no byte was sent. */
    record Refused() implements Reply {}

    /** It may have been done, or not. */
    record None(String why) implements Reply {}
}
