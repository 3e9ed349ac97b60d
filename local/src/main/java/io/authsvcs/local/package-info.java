/**
 * A cluster of the product on this machine: {@link io.authsvcs.local.Cluster} starts, scales, breaks and stops it. The
 * commands of authctl and the acceptance tests both are callers of that one class.
 *
 * <p>What is wanted is a {@link io.authsvcs.local.Specification}, with the {@link
 * io.authsvcs.local.Settings} of the services in it; what was started is a list of {@code Member}s in the
 * {@code StateFile}; what is there now is a {@link io.authsvcs.local.ClusterStatus}. Each operation takes the {@code
 * ClusterLock}, works on {@code Members}, and reports to a {@link io.authsvcs.local.Progress}; the {@code Crew} has who
 * does it: {@code Up} and {@code Down} lead to everything and to nothing, {@code Starter} starts processes and waits for
 * them, {@code Stopper} ends them, {@code Renewal} does both to one after the other, {@code Draining} takes instances out
 * of rotation. {@code GatewayView} and {@code RegistryView} are what one of those sees, {@code Views} what several do. What its administrator may do is a room of its own.
 */
@NullMarked
package io.authsvcs.local;

import org.jspecify.annotations.NullMarked;
