/** Breaks every rule of the architecture, so that each is seen to bite. */
@NullMarked
package io.authsvcs.gateway.canary;

import org.jspecify.annotations.NullMarked;
