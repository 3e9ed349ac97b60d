/**
 * The one URL in front of every instance of auth-svcs. A request passes the steps of
 * {@link io.authsvcs.gateway.pipeline.Step}, in that order: open it first.
 *
 * <p>The rooms: {@code pipeline} is the order; {@code routing} the table of routes; {@code edge} refuses and cleans what
 * callers send; {@code limits} refuses those who ask too often; {@code upstream} picks an instance, guards it, and holds
 * its answer; {@code format} is the only writer of bodies; {@code operator} shows what the gateway sees;
 * {@code observability} logs and counts; {@code recent} remembers the last minutes; {@code settings} says what is wrong
 * with the configuration, and {@code startup} warms up before the first request.
 */
@NullMarked
package io.authsvcs.gateway;

import org.jspecify.annotations.NullMarked;
