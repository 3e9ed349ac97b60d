/**
 * Processes of this machine that outlive whoever started them. A {@link io.authsvcs.local.process.Launch} says what to
 * run, with which environment and log; launching it gives a {@link io.authsvcs.local.process.ProcessId}, which is never
 * mistaken for a later process of the same number. A {@link io.authsvcs.local.process.Signal} is sent to it, its
 * {@link io.authsvcs.local.process.LogFile} read, its {@link io.authsvcs.local.process.Memory} weighed; {@link
 * io.authsvcs.local.process.Deadline} is how anything here waits, and {@link io.authsvcs.local.process.Ports} finds
 * where to listen.
 *
 * <p>Open {@code Launch} first.
 */
@NullMarked
package io.authsvcs.local.process;

import org.jspecify.annotations.NullMarked;
