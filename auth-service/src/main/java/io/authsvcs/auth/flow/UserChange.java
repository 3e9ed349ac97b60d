package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Identity;

/** How it ends when an administrator changes somebody. */
public sealed interface UserChange {
    String LAST_ADMINISTRATOR = "The last administrator must stay";

    /** Also where it had been so before. */
    record Done(Identity identity) implements UserChange {}

    record NoSuchUser() implements UserChange {}

    /** @param reason a sentence */
    record Forbidden(String reason) implements UserChange {}
}
