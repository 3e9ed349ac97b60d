/**
 * How often one caller may ask. {@code LimitCallers} is the step: open it first. {@code CallerLimits} counts, in one bucket
 * for each {@code Client}, by what {@link io.authsvcs.gateway.routing.ContractSettings} allows.
 */
@NullMarked
package io.authsvcs.gateway.limits;

import org.jspecify.annotations.NullMarked;
