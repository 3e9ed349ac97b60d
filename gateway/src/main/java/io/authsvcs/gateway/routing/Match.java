package io.authsvcs.gateway.routing;

import io.authsvcs.gateway.format.Format;

/** What the table says about a path and a method. */
sealed interface Match {
    record Found(Route route, Format format) implements Match {}

    record UnknownPath() implements Match {}

    // The header of that name, RFC 9110 §10.2.1, and how to say so.
    record WrongMethod(String allow, Format format) implements Match {}
}
