/**
 * What can be known of a request afterwards. {@link io.authsvcs.gateway.observability.Observe} is the step: open it first.
 * For the {@code Ending} of each request, {@code AccessLog} writes one line, {@code RequestTimers} counts for metrics, and
 * {@link io.authsvcs.gateway.observability.Statistics} by the second, for the router API. {@code InstanceMeters} are what
 * metrics show of instances.
 */
@NullMarked
package io.authsvcs.gateway.observability;

import org.jspecify.annotations.NullMarked;
