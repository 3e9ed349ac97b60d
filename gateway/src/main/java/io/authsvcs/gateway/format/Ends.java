package io.authsvcs.gateway.format;

/** How a format says that the gateway has ended a request. */
interface Ends {
    /** A JSON object in UTF-8, which nobody may change. */
    byte[] render(Outcome outcome, String requestId);
}
