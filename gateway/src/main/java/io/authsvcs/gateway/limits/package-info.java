/**
 * How often one caller may ask, and how much all of them. {@code AdmitReads} is the step of the latter;
 * {@code LimitCallers} that of the former: open it first. {@code CallerLimits} counts, in one bucket
 * for each {@code Client}, by what {@link io.authsvcs.gateway.routing.ContractSettings} allows.
 */
@NullMarked
package io.authsvcs.gateway.limits;

import org.jspecify.annotations.NullMarked;
