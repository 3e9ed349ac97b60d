/**
 * What can go wrong beyond the expected ends of a flow: one exception with a code, thrown anywhere, answered once in
 * {@code http}. Open {@link io.authsvcs.auth.fault.FaultCode} first.
 */
@NullMarked
package io.authsvcs.auth.fault;

import org.jspecify.annotations.NullMarked;
