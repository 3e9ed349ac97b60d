/**
 * The forms in which passwords have been hashed, by us and by the systems that users come from. Open
 * {@link io.authsvcs.auth.credential.form.HashForm} first: it reads a text into one of the records beside it, each of
 * which can try a password. {@code PhcString} is the notation that three of them share, {@code Octets} the only way in
 * which hashes are compared.
 *
 * <p>{@code Argon2id} makes the hashes of today. Making one and trying one take memory, a {@code Scratch}, and time: they
 * belong in the hash lane.
 */
@NullMarked
package io.authsvcs.auth.credential.form;

import org.jspecify.annotations.NullMarked;
