/**
 * What {@code authctl bench} measures the product beside, each a program of its own: {@link
 * io.authsvcs.benchmark.BareGateway} is a stock Spring Cloud Gateway, and {@link io.authsvcs.benchmark.StaticBackend} the
 * cheapest server that can stand behind one. No gateway of this stack is faster than the two.
 *
 * <p>Open {@code BareGateway} first.
 */
@NullMarked
package io.authsvcs.benchmark;

import org.jspecify.annotations.NullMarked;
