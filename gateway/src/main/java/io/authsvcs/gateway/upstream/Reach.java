package io.authsvcs.gateway.upstream;

/** Whether an instance can be had, as requests and probes have found. */
enum Reach {
    ANSWERS,
    /** Where it should be somebody may be, who says nothing. */
    SILENT,
    /** Nobody listens there. */
    REFUSES,
    /** Somebody else listens there, who must get nothing of what is its. */
    TAKEN
}
