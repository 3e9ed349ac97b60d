/**
 * Who somebody is: a {@code Subject} that never changes, and the identifiers (e-mail, phone number, user name) by which
 * they say so, each compared in one normal form. {@link io.authsvcs.auth.identity.Identities} is the door.
 */
@NullMarked
package io.authsvcs.auth.identity;

import org.jspecify.annotations.NullMarked;
