/**
 * Which instance gets a request, and what is learnt from how it went. {@link io.authsvcs.gateway.upstream.Instances}
 * knows them all: {@code Watch} brings in what the {@code Registry} says and what {@code Probe} finds, each
 * {@link io.authsvcs.gateway.upstream.Instance} has a {@code Contact}, a circuit and its requests under way. For a request,
 * {@code TryInstances} (open it first) repeats three steps: {@code LeastBusy} chooses,
 * {@code GuardInstance} watches, {@code HoldAnswer} waits for a whole answer. How one try can fail is {@code Failure}.
 *
 * <p>{@link io.authsvcs.gateway.upstream.Rotation} drains an instance by its own word ({@link io.authsvcs.common.Word}), and
 * {@link io.authsvcs.gateway.upstream.Tally} counts what becomes of its requests.
 *
 * <p>The registry says who exists; what the gateway sees for itself says who is well.
 */
@NullMarked
package io.authsvcs.gateway.upstream;

import org.jspecify.annotations.NullMarked;
