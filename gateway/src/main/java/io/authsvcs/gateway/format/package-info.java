/**
 * How every answer looks, and the only room that writes bodies. {@link io.authsvcs.gateway.format.Outcome} names the
 * ends of a request that the gateway makes itself; a step ends in one by a {@link io.authsvcs.gateway.format.Fault},
 * which {@code AnswerFaults} renders. An instance's {@link io.authsvcs.gateway.format.Answer} waits in an
 * {@link io.authsvcs.gateway.format.AnswerSlot} until {@code WriteAnswer} writes it. How it looks is the route's
 * {@link io.authsvcs.gateway.format.Format} (with {@code ContractEnds} where somebody else has documented it), unless the
 * caller wants the envelope: the request's {@link io.authsvcs.gateway.format.Presentation} knows both.
 * {@link io.authsvcs.gateway.format.Answers} does the writing: open it first.
 * {@link io.authsvcs.gateway.format.Refusals} gives its looks to what Netty refuses by itself, and
 * {@link io.authsvcs.gateway.format.Arrival} knows whether it has.
 */
@NullMarked
package io.authsvcs.gateway.format;

import org.jspecify.annotations.NullMarked;
