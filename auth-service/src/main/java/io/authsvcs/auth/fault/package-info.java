/**
 * What can go wrong beyond the expected ends of a flow: one exception with a code, thrown anywhere, rendered once in
 * {@code api}. Open {@link io.authsvcs.auth.fault.FaultCode} first.
 */
@NullMarked
package io.authsvcs.auth.fault;

import org.jspecify.annotations.NullMarked;
