package io.authsvcs.local.console;

/** What came of a question. */
public enum Consent {
    GIVEN,
    DENIED,
    /** Nobody was there to be asked. */
    UNASKED
}
