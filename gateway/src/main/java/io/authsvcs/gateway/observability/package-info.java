/**
 * What can be known of a request afterwards. {@link io.authsvcs.gateway.observability.Observe} is the step: open it first.
 * For the {@code Ending} of each request, {@code AccessLog} writes one line, and {@code RequestTimers} counts.
 */
@NullMarked
package io.authsvcs.gateway.observability;

import org.jspecify.annotations.NullMarked;
