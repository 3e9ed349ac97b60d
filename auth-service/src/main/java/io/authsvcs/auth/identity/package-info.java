/**
 * Who somebody is: a {@code Subject} that never changes, and the identifiers (e-mail, phone number, user name) by which
 * they say so, each compared in one normal form. {@link io.authsvcs.auth.identity.Identities} is the door; administrators have two more,
 * {@link io.authsvcs.auth.identity.Directory} to find anybody and {@link io.authsvcs.auth.identity.Standings} to change
 * their status and roles.
 */
@NullMarked
package io.authsvcs.auth.identity;

import org.jspecify.annotations.NullMarked;
