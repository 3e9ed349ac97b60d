/**
 * The canonical API. Open {@link io.authsvcs.auth.api.CanonicalRoutes} first: every call on one screen.
 *
 * <p>An endpoint reads a request, calls one flow and renders its result, bare: the gateway adds the envelope.
 */
@NullMarked
package io.authsvcs.auth.api;

import org.jspecify.annotations.NullMarked;
