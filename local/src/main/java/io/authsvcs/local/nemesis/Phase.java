package io.authsvcs.local.nemesis;

/** How far a deed has got. */
enum Phase {
    /** It is about to be sent. */
    BEGUN,
    /** Answered by 2xx. */
    ACKNOWLEDGED,
    /** Answered by a refusal, though it was right. */
    REFUSED,
    /** Without an answer, or one that says that something failed: it may be done, or not. */
    UNKNOWN,
    /** The answer to a question was not true. */
    UNTRUE
}
