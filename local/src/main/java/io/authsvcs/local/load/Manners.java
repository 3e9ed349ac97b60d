package io.authsvcs.local.load;

/** What a client does who is told to come back later. */
public enum Manners {
    /** Comes back at once. */
    NONE,
    /** Comes back when he was told to, and up to a second later, lest all come at the same moment. */
    GOOD
}
