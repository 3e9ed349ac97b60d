/**
 * How often passwords may be tried. {@link io.authsvcs.auth.throttle.Throttle} is the door: it charges a
 * {@link io.authsvcs.auth.throttle.Try} before its password is looked at, so that tries at the same moment count as well,
 * and takes the charge back from whoever turns out to be right.
 *
 * <p>{@code Buckets} says what a try counts for: its network, its account, both together, its password, or the browser that
 * its owner is known by. Each bucket is a row, which holds the moment at which it will have drained (GCRA, as ITU-T I.371
 * describes it): {@code ThrottleRows}. {@code Standing} decides by how full they are. Nothing locks anybody out: what is
 * full drains by the minute.
 */
@NullMarked
package io.authsvcs.auth.throttle;

import org.jspecify.annotations.NullMarked;
