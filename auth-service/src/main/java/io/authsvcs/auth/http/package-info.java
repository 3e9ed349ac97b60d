/**
 * How the product reads requests and writes answers, whichever API they belong to: strict bodies ({@code RequestBodies},
 * {@code Fields}), the token and the caller of a request, the shapes of answers ({@code Answers}), and one place that
 * answers whatever went wrong ({@code Faults}), in the {@link io.authsvcs.auth.http.FaultFormat} of its path.
 * {@link io.authsvcs.auth.http.SignedIn} lets calls through that bring a live token, {@code BelieveGateways} only gateways
 * say who called.
 */
@NullMarked
package io.authsvcs.auth.http;

import org.jspecify.annotations.NullMarked;
