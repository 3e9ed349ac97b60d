package io.authsvcs.gateway.upstream;

/** Whether an instance can be had, as requests and probes have found. */
enum Reach {
    ANSWERS,
    /** Where it should be somebody may be, who says nothing. */
    SILENT,
    /** It refuses connections, or says that it isn't ready. */
    REFUSES
}
