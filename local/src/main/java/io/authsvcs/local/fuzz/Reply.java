package io.authsvcs.local.fuzz;

/** What came back. */
sealed interface Reply {
    /**
     * An answer, whole.
     *
     * @param head its lines, the first one too
     */
    record Answer(int status, String head, String body) implements Reply {}

    /** The connection was closed without an answer: of a head that never ends nobody is told. */
    record Closed() implements Reply {}

    /** Neither an answer nor an end of the connection in time. */
    record Silence() implements Reply {}

    /** Something, and no answer of HTTP/1.1. */
    record Garbage(String text) implements Reply {}
}
