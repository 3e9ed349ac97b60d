/**
 * What has happened lately, in memory that is bounded, and counted by any number of threads without one waiting for
 * another. A {@link io.authsvcs.gateway.recent.Ring} keeps something for each of the last few lengths of time (open it
 * first); a {@link io.authsvcs.gateway.recent.Distribution} says how long things took, as a
 * {@link io.authsvcs.gateway.recent.Latency}; {@link io.authsvcs.gateway.recent.LastMinute} is the two together.
 */
@NullMarked
package io.authsvcs.gateway.recent;

import org.jspecify.annotations.NullMarked;
