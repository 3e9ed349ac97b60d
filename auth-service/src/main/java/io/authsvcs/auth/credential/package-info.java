/**
 * How somebody proves who they are. {@link io.authsvcs.auth.credential.Passwords} hashes and verifies in a lane of its
 * own ({@code HashLane}), so that validates never wait behind logins;
 * {@link io.authsvcs.auth.credential.PasswordPolicy} says what may be set, by common passwords, a {@code BreachList} and a
 * {@code Guesser}, off the event loops ({@link io.authsvcs.auth.credential.Weighing});
 * {@link io.authsvcs.auth.credential.Credentials} keeps the hashes. The forms in which hashes of other systems come are in
 * {@link io.authsvcs.auth.credential.form}.
 */
@NullMarked
package io.authsvcs.auth.credential;

import org.jspecify.annotations.NullMarked;
