package io.authsvcs.auth.credential;

import io.authsvcs.auth.identity.Identity;

/**
 * An identity and its password.
 *
 * @param version how often the password has been changed
 */
public record Holder(Identity identity, PasswordHash passwordHash, int version) {}
