/**
 * A login that can be ended. {@link io.authsvcs.auth.session.Sessions} is the door; its {@code find} gathers the look-ups
 * of all callers into few statements ({@link io.authsvcs.auth.persistence.CoalescedLookup}) and caches nothing, so that
 * an ended session is dead on every instance as soon as ending it was answered.
 */
@NullMarked
package io.authsvcs.auth.session;

import org.jspecify.annotations.NullMarked;
