/**
 * Brings a file of users into the cluster, whatever its size: {@code Lines} reads it line by line, a {@code Chunk} holds
 * as many of them as one call may carry, {@link io.authsvcs.local.importing.UserImport} sends chunk after chunk, {@link
 * io.authsvcs.local.importing.RefusedLines} keeps what was refused in a file of its own, and an {@link
 * io.authsvcs.local.importing.ImportReport} has the numbers.
 *
 * <p>Open {@code UserImport} first.
 */
@NullMarked
package io.authsvcs.local.importing;

import org.jspecify.annotations.NullMarked;
