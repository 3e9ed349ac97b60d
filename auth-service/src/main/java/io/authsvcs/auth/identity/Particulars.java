package io.authsvcs.auth.identity;

/**
 * What is known of somebody beside who they are.
 *
 * @param number a second key, for clients that know nothing but numbers; nobody is found by it
 * @param emailConfirmed whether they have brought what was sent to their address
 */
public record Particulars(long number, boolean emailConfirmed, Attributes attributes) {}
