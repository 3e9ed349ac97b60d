/**
 * Clients that never wait for each other: {@link io.authsvcs.local.load.Load} sends requests by a schedule that no answer
 * can slow down, so that whoever is late is late in the figures as well (no coordinated omission). A {@link
 * io.authsvcs.local.load.Plan} says how many and where to; {@code Mix} picks an {@link io.authsvcs.local.load.Operation}
 * for each; {@code Reads} and {@code Writes} do it for somebody of the {@link io.authsvcs.local.load.Crowd}, through a
 * {@code Caller}, and say by an {@link io.authsvcs.local.load.Ending} whether the answer was as promised. The {@link
 * io.authsvcs.local.load.Tally} counts. No token or password gets into a report: {@code Excerpt} sees to it. Who has to know
 * what became of each request calls by {@link io.authsvcs.local.load.Caller} alone.
 *
 * <p>Beside it a {@link io.authsvcs.local.load.Flood} of clients asks as fast as it is answered; what it was answered are
 * {@link io.authsvcs.local.load.Responses}. Of a load the {@link io.authsvcs.local.load.Samples} of a {@link
 * io.authsvcs.local.load.Stretch} say the same. A {@link io.authsvcs.local.load.Metronome} has one request alone, and keeps a
 * schedule, too.
 *
 * <p>Open {@code Load} first.
 */
@NullMarked
package io.authsvcs.local.load;

import org.jspecify.annotations.NullMarked;
