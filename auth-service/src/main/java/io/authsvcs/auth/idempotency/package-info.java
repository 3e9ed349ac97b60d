/**
 * One effect for one idempotency key: a write keeps its key with what it led to, in its own transaction; a repetition, on
 * whichever instance, finds that instead of writing again. {@link io.authsvcs.auth.idempotency.Effects} is the door.
 */
@NullMarked
package io.authsvcs.auth.idempotency;

import org.jspecify.annotations.NullMarked;
