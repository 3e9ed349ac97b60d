/**
 * Why something could not be done, told to a person: {@link io.authsvcs.local.fault.Fault} is the one exception of this
 * module. It names the culprit, shows its last log lines and says what to do; its {@link
 * io.authsvcs.local.fault.FaultKind} decides the exit code of authctl.
 */
@NullMarked
package io.authsvcs.local.fault;

import org.jspecify.annotations.NullMarked;
