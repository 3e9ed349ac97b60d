/**
 * What a caller can do, a file each; every one reads from top to bottom: look up, check, change, answer.
 *
 * <p>Open {@link io.authsvcs.auth.flow.Login} first. Expected ends are values of a sealed result; faults are
 * exceptions and pass through.
 */
@NullMarked
package io.authsvcs.auth.flow;

import org.jspecify.annotations.NullMarked;
