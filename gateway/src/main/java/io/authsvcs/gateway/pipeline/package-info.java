/**
 * The order of everything that happens to a request: {@link io.authsvcs.gateway.pipeline.Step} lists it, and holds the
 * only order numbers. An {@link io.authsvcs.gateway.pipeline.EdgeFilter} runs before the framework looks for a route,
 * composed by {@link io.authsvcs.gateway.pipeline.Pipeline}; an {@link io.authsvcs.gateway.pipeline.UpstreamFilter} runs
 * among the framework's own filters, and again for each instance that is tried. What steps tell each other is an
 * {@link io.authsvcs.gateway.pipeline.Attribute} of the exchange, declared by the room that sets it.
 */
@NullMarked
package io.authsvcs.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
