/**
 * The canonical API over HTTP. Open {@link io.authsvcs.auth.api.CanonicalRoutes} first: every call on one screen.
 *
 * <p>An endpoint reads a request ({@code RequestBodies}, {@code Fields}, {@code BearerToken}), calls one flow and
 * renders its result, bare: the gateway adds the envelope. Whatever goes wrong is rendered in one place,
 * {@code Faults}.
 */
@NullMarked
package io.authsvcs.auth.api;

import org.jspecify.annotations.NullMarked;
