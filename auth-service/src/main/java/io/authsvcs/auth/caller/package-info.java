/** Whoever sent a request, as far as the gateway and their own headers tell: what sessions and audit events remember. */
@NullMarked
package io.authsvcs.auth.caller;

import org.jspecify.annotations.NullMarked;
