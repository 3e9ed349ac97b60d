package io.authsvcs.gateway.upstream;

/** Whether an instance can be had, as requests and probes have found. */
enum Reach {
    /** It has not been asked yet, or has not answered, and so may be anybody: it gets nothing. */
    UNPROVEN,
    ANSWERS,
    /** Where it should be somebody may be, who says nothing. */
    SILENT,
    /** Nobody listens there. */
    REFUSES,
    /** Somebody else listens there, who must get nothing of what is its. */
    TAKEN,
    /** What would be said to it could be heard by others, or it may be somebody else: it gets nothing. */
    UNTRUSTED;

    /** Whether it could be had before. */
    boolean isAway() {
        return this == SILENT || this == REFUSES || this == TAKEN;
    }
}
