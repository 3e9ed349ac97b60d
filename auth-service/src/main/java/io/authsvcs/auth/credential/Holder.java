package io.authsvcs.auth.credential;

import io.authsvcs.auth.identity.Identity;

/** An identity and the hash of its password. */
public record Holder(Identity identity, PasswordHash passwordHash) {}
