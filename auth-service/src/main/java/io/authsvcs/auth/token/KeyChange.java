package io.authsvcs.auth.token;

/**
 * A key as it is now.
 *
 * @param isNew whether it has become so just now, rather than before
 */
public record KeyChange(KeyRecord key, boolean isNew) {}
